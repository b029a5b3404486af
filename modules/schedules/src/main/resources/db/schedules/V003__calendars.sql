-- Calendars: feeds that others subscribe to, and the holidays of countries.

CREATE TABLE feed_tokens (
    id           uuid PRIMARY KEY,
    token_hash   text        NOT NULL UNIQUE, -- SHA-256 of the secret
    name         text        NOT NULL,
    owner_id     uuid        NOT NULL,        -- the user with whom it ends
    schedule_id  uuid        REFERENCES schedules ON DELETE CASCADE,
    user_id      uuid,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT feed_tokens_one_feed CHECK (schedule_id IS NULL OR user_id IS NULL)
);
CREATE INDEX feed_tokens_owner ON feed_tokens (owner_id, id);
CREATE INDEX feed_tokens_schedule ON feed_tokens (schedule_id);
CREATE INDEX feed_tokens_user ON feed_tokens (user_id);

-- What calendars were last told of a shift: how its SEQUENCE grows and its DTSTAMP stands still.
CREATE TABLE published_shifts (
    uid         text PRIMARY KEY,
    schedule_id uuid        NOT NULL REFERENCES schedules ON DELETE CASCADE,
    ends_at     timestamptz NOT NULL,
    content     text        NOT NULL, -- SHA-256 of what is said of the shift
    sequence    integer     NOT NULL,
    changed_at  timestamptz NOT NULL
);
CREATE INDEX published_shifts_schedule ON published_shifts (schedule_id, ends_at);

-- A row per country that a schedule names, due when its feed is next to be fetched.
CREATE TABLE holiday_feeds (
    country    text PRIMARY KEY, -- ISO 3166, two capitals
    due_at     timestamptz NOT NULL,
    failures   integer     NOT NULL, -- in a row
    error      text,                 -- of the last try
    fetched_at timestamptz           -- of the last success
);
CREATE INDEX holiday_feeds_due ON holiday_feeds (due_at);

CREATE TABLE holidays (
    id      uuid PRIMARY KEY,
    country text NOT NULL REFERENCES holiday_feeds ON DELETE CASCADE,
    day     date NOT NULL,
    name    text NOT NULL,
    CONSTRAINT holidays_once UNIQUE (country, day, name)
);
