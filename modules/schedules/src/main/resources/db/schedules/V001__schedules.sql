-- Who is on call when: schedules, their layers of rotating people, overrides and leave.

CREATE TABLE schedules (
    id                           uuid PRIMARY KEY,
    name                         text        NOT NULL,
    description                  text,
    time_zone                    text        NOT NULL, -- IANA name
    notification_channel_id      uuid,
    default_escalation_policy_id uuid,
    holiday_countries            jsonb       NOT NULL,
    created_at                   timestamptz NOT NULL,
    version                      bigint      NOT NULL
);
CREATE INDEX schedules_name ON schedules (lower(name), id);

CREATE TABLE layers (
    id              uuid PRIMARY KEY,
    schedule_id     uuid        NOT NULL REFERENCES schedules ON DELETE CASCADE,
    name            text        NOT NULL,
    order_index     integer     NOT NULL,
    rotation_type   text        NOT NULL
                    CHECK (rotation_type IN ('HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'CUSTOM')),
    rotation_length integer     NOT NULL CHECK (rotation_length > 0),
    rotation_start  text        NOT NULL, -- ISO: local time of the zone, or an instant with Z
    shift_seconds   bigint      CHECK (shift_seconds > 0),
    weekdays        jsonb       NOT NULL, -- days on which a shift may start; empty for all
    concurrent      integer     NOT NULL CHECK (concurrent > 0),
    participants    jsonb       NOT NULL, -- [{user_name, user_id?}] in the order of their turns
    created_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    CONSTRAINT layers_custom_period CHECK (rotation_type <> 'CUSTOM' OR shift_seconds IS NOT NULL)
);
CREATE INDEX layers_schedule ON layers (schedule_id, order_index, id);
CREATE INDEX layers_participants ON layers USING gin (participants jsonb_path_ops);

CREATE TABLE overrides (
    id          uuid PRIMARY KEY, -- grows with creation: of overlapping ones the greatest wins
    schedule_id uuid        NOT NULL REFERENCES schedules ON DELETE CASCADE,
    user_name   text        NOT NULL,
    user_id     uuid,
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    reason      text,
    created_at  timestamptz NOT NULL,
    CONSTRAINT overrides_last CHECK (ends_at > starts_at)
);
CREATE INDEX overrides_schedule ON overrides (schedule_id, ends_at);
CREATE INDEX overrides_user ON overrides (user_id, ends_at);

CREATE TABLE unavailabilities (
    id          uuid PRIMARY KEY,
    schedule_id uuid        NOT NULL REFERENCES schedules ON DELETE CASCADE,
    user_name   text        NOT NULL,
    user_id     uuid,
    start_date  date        NOT NULL, -- local days of the schedule's zone
    end_date    date        NOT NULL, -- inclusive
    reason      text,
    created_at  timestamptz NOT NULL,
    CONSTRAINT unavailabilities_last CHECK (end_date >= start_date)
);
CREATE INDEX unavailabilities_schedule ON unavailabilities (schedule_id, end_date);
