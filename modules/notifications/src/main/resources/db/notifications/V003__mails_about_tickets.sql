-- Mails about tickets: to whom, in which words, and how an answer finds its way back.

ALTER TABLE notifications.delivery DROP CONSTRAINT delivery_receiver_kind_check;
ALTER TABLE notifications.delivery ADD CONSTRAINT delivery_receiver_kind_check
    CHECK (receiver_kind IN ('user', 'requester', 'subscription'));
ALTER TABLE notifications.delivery ADD COLUMN html text;

-- One row per ticket and person who is mailed about it. Answers go to an address that holds the
-- token: it is what proves who answers, so it is looked up by its digest and kept sealed.
CREATE TABLE notifications.mail_thread (
    id         uuid        PRIMARY KEY,
    ticket_id  uuid        NOT NULL,
    address    text        NOT NULL, -- without case
    user_id    uuid,                 -- the agent; null for a requester
    token_hash text        NOT NULL UNIQUE,
    token      text        NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (ticket_id, address, user_id)
);

-- What an operator wrote in place of the words that come with Tocsin.
CREATE TABLE notifications.mail_template (
    id         uuid        PRIMARY KEY,
    event      text        NOT NULL,
    language   text        NOT NULL,
    subject    text        NOT NULL,
    body       text        NOT NULL,
    html       text,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    UNIQUE (event, language)
);
