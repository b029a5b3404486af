-- One row per thing to send to one receiver. While a row is 'sending', due_at is the end of its
-- lease: a sender that died leaves a row that simply falls due again.
CREATE TABLE notifications.delivery (
    id            uuid        PRIMARY KEY,
    intent_key    text        NOT NULL UNIQUE,
    event_type    text        NOT NULL,
    channel       text        NOT NULL CHECK (channel IN ('email', 'webhook')),
    receiver_kind text        NOT NULL CHECK (receiver_kind IN ('user', 'subscription')),
    receiver_id   uuid        NOT NULL,
    receiver_name text        NOT NULL,
    address       text        NOT NULL,
    subject       text,
    body          text        NOT NULL,
    sealed        boolean     NOT NULL,
    state         text        NOT NULL
        CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'dead', 'superseded')),
    reason        text,
    due_at        timestamptz NOT NULL,
    attempts      integer     NOT NULL DEFAULT 0,
    failures      integer     NOT NULL DEFAULT 0,
    lease_owner   text,
    incident_id   uuid,
    ticket_id     uuid,
    created_at    timestamptz NOT NULL,
    queued_at     timestamptz NOT NULL,
    sent_at       timestamptz,
    version       bigint      NOT NULL,
    CHECK ((lease_owner IS NOT NULL) = (state = 'sending')),
    CHECK (sent_at IS NULL OR state = 'sent')
);

CREATE INDEX delivery_due ON notifications.delivery (channel, due_at)
    WHERE state IN ('pending', 'sending', 'failed');
CREATE INDEX delivery_dead ON notifications.delivery (id) WHERE state = 'dead';
CREATE INDEX delivery_incident ON notifications.delivery (incident_id, id)
    WHERE incident_id IS NOT NULL;
CREATE INDEX delivery_ticket ON notifications.delivery (ticket_id, id)
    WHERE ticket_id IS NOT NULL;
CREATE INDEX delivery_receiver ON notifications.delivery (receiver_id, id);

-- One row per try, written when the try begins, so that one cut short by a crash is seen too.
CREATE TABLE notifications.attempt (
    delivery_id uuid        NOT NULL REFERENCES notifications.delivery ON DELETE CASCADE,
    number      integer     NOT NULL,
    node        text        NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz,
    outcome     text        NOT NULL
        CHECK (outcome IN ('under_way', 'sent', 'failed', 'refused', 'lost')),
    status_code integer,
    error       text,
    PRIMARY KEY (delivery_id, number)
);

-- How a person can be reached; a person without a row is reached at the account's address.
CREATE TABLE notifications.contact_method (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('email')),
    address    text        NOT NULL,
    label      text,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);

CREATE UNIQUE INDEX contact_method_once
    ON notifications.contact_method (user_id, kind, lower(address));

CREATE TABLE notifications.subscription (
    id          uuid        PRIMARY KEY,
    name        text        NOT NULL,
    url         text        NOT NULL,
    event_types jsonb       NOT NULL,
    secret      text        NOT NULL,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL
);
