-- The hours that a calendar had until an edit: what clocks counted that had ended by then is told by
-- these. Edits before this table are forgotten.
CREATE TABLE past_calendar (
  id          uuid PRIMARY KEY,
  calendar_id uuid NOT NULL REFERENCES calendar ON DELETE CASCADE,
  time_zone   text NOT NULL,
  weekly      jsonb,
  holidays    jsonb NOT NULL,
  replaced_at timestamptz NOT NULL
);
CREATE INDEX past_calendar_by_calendar ON past_calendar (calendar_id, replaced_at);
