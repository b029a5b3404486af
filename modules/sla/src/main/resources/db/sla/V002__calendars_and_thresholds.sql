-- Which hours of which days count. No weekly frames means every hour of every day.
CREATE TABLE calendar (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  time_zone  text NOT NULL,
  weekly     jsonb,
  holidays   jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version    bigint NOT NULL
);

ALTER TABLE policy ADD COLUMN thresholds jsonb NOT NULL DEFAULT '[
  {"label": "Less than 3 hours remaining", "before": "PT3H"},
  {"label": "Less than 2 hours remaining", "before": "PT2H"},
  {"label": "Less than 1 hour remaining", "before": "PT1H"},
  {"label": "Less than 30 minutes remaining", "before": "PT30M"},
  {"label": "Less than 15 minutes remaining", "before": "PT15M"}]';
ALTER TABLE policy ALTER COLUMN thresholds DROP DEFAULT;

-- Whose promise it is, for reports; clocks older than these columns do not know their customer.
ALTER TABLE clock ADD COLUMN customer_id uuid, ADD COLUMN team_id uuid;

-- What an ended clock counted: its calendar may be another by now. Null while it runs.
ALTER TABLE clock ADD COLUMN elapsed_micros bigint;

-- Whether it is inside a band that was announced.
ALTER TABLE clock ADD COLUMN at_risk boolean NOT NULL DEFAULT false;
ALTER TABLE clock ALTER COLUMN at_risk DROP DEFAULT;

-- A clock is now woken at its bands, too, and no longer strictly after the time that is written:
-- the heartbeat looks once at every clock that runs.
UPDATE clock SET wake_at = least(wake_at, now()) WHERE wake_at IS NOT NULL;

-- Each band before a due time is told once, or superseded by a tighter one: then announced_at is null.
CREATE TABLE threshold (
  id            uuid PRIMARY KEY,
  clock_id      uuid NOT NULL REFERENCES clock,
  due_at        timestamptz NOT NULL,
  before_micros bigint NOT NULL CHECK (before_micros > 0),
  label         text NOT NULL,
  announced_at  timestamptz,
  UNIQUE (clock_id, due_at, before_micros)
);
