-- Swap and leave requests, and the notices of shifts that change.

-- One row a schedule: until when changes of shift have been told, and when to look again. Whatever
-- changes a schedule locks this row first, so that changes and notices come one after the other.
CREATE TABLE shift_watches (
    schedule_id uuid PRIMARY KEY REFERENCES schedules ON DELETE CASCADE,
    told_until  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    failures    integer     NOT NULL
);
CREATE INDEX shift_watches_due ON shift_watches (due_at);
INSERT INTO shift_watches SELECT id, now(), now(), 0 FROM schedules;

-- What has been told, once for each instant and kind; a notice ahead is revised when the plan has
-- changed since.
CREATE TABLE shift_notices (
    id          uuid PRIMARY KEY,
    schedule_id uuid        NOT NULL REFERENCES schedules ON DELETE CASCADE,
    handoff_at  timestamptz NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('AHEAD', 'HANDOFF')),
    outgoing    jsonb       NOT NULL, -- [{user_name, user_id?}]
    incoming    jsonb       NOT NULL,
    revision    integer     NOT NULL,
    told_at     timestamptz NOT NULL,
    CONSTRAINT shift_notices_once UNIQUE (schedule_id, handoff_at, kind)
);

CREATE TABLE shift_requests (
    id             uuid PRIMARY KEY,
    kind           text        NOT NULL CHECK (kind IN ('SWAP', 'LEAVE')),
    schedule_id    uuid        NOT NULL REFERENCES schedules ON DELETE CASCADE,
    requester_id   uuid        NOT NULL,
    requester_name text        NOT NULL,
    reason         text,
    state          text        NOT NULL
                   CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED')),
    expires_at     timestamptz NOT NULL,
    due_at         timestamptz, -- when to expire it; null once answered
    failures       integer     NOT NULL,
    created_at     timestamptz NOT NULL,
    decided_at     timestamptz,
    decided_by     text,
    version        bigint      NOT NULL,
    other_id       uuid,        -- of a swap: who shall answer; null while anybody may
    other_name     text,
    gives_start    timestamptz, -- the requester's time that the other takes over
    gives_end      timestamptz,
    takes_start    timestamptz, -- the other's time that the requester takes over
    takes_end      timestamptz,
    start_date     date,        -- of leave: local days of the schedule's zone
    end_date       date,        -- inclusive
    CONSTRAINT shift_requests_open CHECK ((due_at IS NOT NULL) = (state = 'OFFERED')),
    CONSTRAINT shift_requests_gives CHECK (gives_end > gives_start),
    CONSTRAINT shift_requests_takes CHECK (takes_end > takes_start),
    CONSTRAINT shift_requests_swap
        CHECK (kind <> 'SWAP' OR gives_start IS NOT NULL OR takes_start IS NOT NULL),
    CONSTRAINT shift_requests_leave
        CHECK (kind <> 'LEAVE' OR (start_date IS NOT NULL AND end_date >= start_date))
);
CREATE INDEX shift_requests_schedule ON shift_requests (schedule_id, kind, id);
CREATE INDEX shift_requests_due ON shift_requests (due_at) WHERE due_at IS NOT NULL;
