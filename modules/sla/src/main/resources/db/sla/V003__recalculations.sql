-- Edits of calendars and policies on their way to the open clocks they concern.
CREATE TABLE recalculation (
  id             uuid PRIMARY KEY,
  scope          text NOT NULL CHECK (scope IN ('calendar', 'policy', 'all')),
  cause_id       uuid NOT NULL,
  total          integer NOT NULL,
  done           integer NOT NULL,
  failed         integer NOT NULL,
  -- how far it is: tickets come in the order of their ids
  last_ticket_id uuid NOT NULL,
  started_at     timestamptz NOT NULL,
  finished_at    timestamptz
);
CREATE INDEX recalculation_running ON recalculation (started_at, id) WHERE finished_at IS NULL;

CREATE INDEX clock_open_by_calendar ON clock (calendar_id, ticket_id)
  WHERE ended_at IS NULL AND calendar_id IS NOT NULL;
CREATE INDEX clock_open_by_policy ON clock (policy_id, ticket_id) WHERE ended_at IS NULL;
