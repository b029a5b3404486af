-- Mailboxes that are read, and every message read from them as it came.

CREATE TABLE notifications.mailbox (
    id           uuid        PRIMARY KEY,
    name         text        NOT NULL,
    host         text        NOT NULL,
    port         integer     NOT NULL,
    tls          text        NOT NULL CHECK (tls IN ('none', 'starttls', 'tls')),
    username     text        NOT NULL,
    password     text        NOT NULL, -- sealed
    folder       text        NOT NULL,
    customer_id  uuid,                 -- of senders nobody knows; null holds their messages
    domains      jsonb       NOT NULL, -- customer by the domain of the sender
    priority     text        NOT NULL,
    enabled      boolean     NOT NULL,
    -- where reading goes on; no uid_validity before the first reading is through
    uid_validity bigint,
    last_uid     bigint      NOT NULL,
    -- while it is being read, due_at is the end of the reader's lease
    due_at       timestamptz NOT NULL,
    lease_owner  text,
    failures     integer     NOT NULL,
    polled_at    timestamptz,
    error        text,
    created_at   timestamptz NOT NULL,
    version      bigint      NOT NULL
);
CREATE INDEX mailbox_due ON notifications.mailbox (due_at) WHERE enabled;

CREATE TABLE notifications.inbound_mail (
    id           uuid        PRIMARY KEY,
    mailbox_id   uuid        NOT NULL,
    uid_validity bigint      NOT NULL,
    uid          bigint      NOT NULL,
    state        text        NOT NULL
        CHECK (state IN ('received', 'accepted', 'held', 'ignored', 'bounced', 'discarded')),
    reason       text,
    message_id   text,
    sender       text,
    sender_name  text,
    subject      text,
    size         bigint      NOT NULL,
    ticket_id    uuid,
    due_at       timestamptz NOT NULL,
    failures     integer     NOT NULL,
    received_at  timestamptz NOT NULL,
    judged_at    timestamptz,
    version      bigint      NOT NULL,
    UNIQUE (mailbox_id, uid_validity, uid) -- read once, however often the reader dies
);
CREATE INDEX inbound_mail_due ON notifications.inbound_mail (due_at) WHERE state = 'received';
CREATE INDEX inbound_mail_state ON notifications.inbound_mail (state, id);
CREATE INDEX inbound_mail_sender ON notifications.inbound_mail (sender, received_at);
CREATE INDEX inbound_mail_message ON notifications.inbound_mail (message_id);
CREATE INDEX inbound_mail_ticket ON notifications.inbound_mail (ticket_id)
    WHERE ticket_id IS NOT NULL;
CREATE INDEX inbound_mail_over ON notifications.inbound_mail (received_at)
    WHERE state IN ('accepted', 'ignored', 'bounced', 'discarded');

-- The bytes, apart: lists never read them.
CREATE TABLE notifications.inbound_raw (
    mail_id uuid  PRIMARY KEY REFERENCES notifications.inbound_mail ON DELETE CASCADE,
    raw     bytea NOT NULL
);
