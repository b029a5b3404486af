-- Policies, and the clocks that run by them. Tickets are held by id.

CREATE TABLE policy (
  id                    uuid PRIMARY KEY,
  name                  text NOT NULL,
  position              integer NOT NULL,
  enabled               boolean NOT NULL,
  conditions            jsonb NOT NULL,
  targets               jsonb NOT NULL,
  pause_on_waiting      boolean NOT NULL,
  -- the metrics that pause; empty is all of them
  pause_metrics         jsonb NOT NULL,
  exclude_resolved_time boolean NOT NULL,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  version               bigint NOT NULL
);
CREATE INDEX policy_by_position ON policy (position, id);

CREATE TABLE clock (
  id            uuid PRIMARY KEY,
  ticket_id     uuid NOT NULL,
  ticket_number text NOT NULL,
  policy_id     uuid NOT NULL,
  -- null is every hour of every day
  calendar_id   uuid,
  metric        text NOT NULL
    CHECK (metric IN ('first_response', 'next_response', 'periodic_update', 'resolution')),
  state         text NOT NULL
    CHECK (state IN ('running', 'paused', 'met', 'breached', 'not_applicable', 'cancelled')),
  target_micros bigint NOT NULL CHECK (target_micros > 0),
  started_at    timestamptz NOT NULL,
  ended_at      timestamptz,
  due_at        timestamptz,
  breached_at   timestamptz,
  met_late      boolean NOT NULL,
  -- the stretch going on; those before it are frames
  since         timestamptz,
  counted       boolean NOT NULL,
  reason        text NOT NULL,
  -- when the heartbeat has to look at it; null when nothing can fall due
  wake_at       timestamptz,
  failures      integer NOT NULL,
  version       bigint NOT NULL,
  CHECK ((ended_at IS NULL) = (since IS NOT NULL)),
  CHECK (state <> 'paused' OR due_at IS NULL),
  CHECK ((state = 'breached') = (breached_at IS NOT NULL))
);
CREATE INDEX clock_by_ticket ON clock (ticket_id, metric);
CREATE INDEX clock_by_wake ON clock (wake_at, id) WHERE wake_at IS NOT NULL;

-- The ledger: every stretch that is over, counted or not.
CREATE TABLE frame (
  id       uuid PRIMARY KEY,
  clock_id uuid NOT NULL REFERENCES clock,
  from_at  timestamptz NOT NULL,
  to_at    timestamptz NOT NULL,
  counted  boolean NOT NULL,
  reason   text NOT NULL,
  CHECK (from_at < to_at)
);
CREATE INDEX frame_by_clock ON frame (clock_id, from_at);

-- Every deadline that was missed; each is announced once, whatever happens to the clock later.
CREATE TABLE breach (
  id           uuid PRIMARY KEY,
  clock_id     uuid NOT NULL REFERENCES clock,
  due_at       timestamptz NOT NULL,
  announced_at timestamptz NOT NULL,
  -- when a change of target or priority took it back
  withdrawn_at timestamptz,
  UNIQUE (clock_id, due_at)
);

INSERT INTO policy (id, name, position, enabled, conditions, targets, pause_on_waiting,
                    pause_metrics, exclude_resolved_time, created_at, updated_at, version)
SELECT id::uuid, name, position, true, jsonb_build_object('priority', jsonb_build_array(priority)),
       jsonb_build_array(
         jsonb_build_object('metric', 'first_response', 'target', response),
         jsonb_build_object('metric', 'resolution', 'target', resolution)),
       true, '[]', false, now(), now(), 1
FROM (VALUES
  ('01900000-0000-7000-8000-000000000001', 'P0-Critical', 1, 'P0', 'PT15M', 'PT4H'),
  ('01900000-0000-7000-8000-000000000002', 'P1-High',     2, 'P1', 'PT1H',  'PT24H'),
  ('01900000-0000-7000-8000-000000000003', 'P2-Medium',   3, 'P2', 'PT4H',  'PT72H'),
  ('01900000-0000-7000-8000-000000000004', 'P3-Low',      4, 'P3', 'PT24H', 'PT168H')
) AS defaults (id, name, position, priority, response, resolution);
