-- Holidays that count as a weekend, how early a schedule tells its handoffs, imported overrides.

ALTER TABLE schedules
    ADD COLUMN holidays_as_weekend boolean NOT NULL DEFAULT false,
    ADD COLUMN notice_lead_minutes integer CHECK (notice_lead_minutes BETWEEN 0 AND 10080); -- null: the setting's
ALTER TABLE schedules ALTER COLUMN holidays_as_weekend DROP DEFAULT;

ALTER TABLE overrides ADD COLUMN calendar_uid text; -- of the event that it was imported from
CREATE INDEX overrides_calendar ON overrides (schedule_id, calendar_uid) WHERE calendar_uid IS NOT NULL;
