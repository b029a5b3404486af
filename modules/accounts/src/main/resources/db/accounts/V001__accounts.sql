-- Who uses the system: customers (tenants), people, teams, API tokens, sessions.

CREATE TABLE customers (
    id         uuid PRIMARY KEY,
    key        text        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
CREATE UNIQUE INDEX customers_key ON customers (lower(key));

CREATE TABLE users (
    id             uuid PRIMARY KEY,
    email          text        NOT NULL,
    email_key      text        NOT NULL, -- the email as it is compared: without case
    name           text        NOT NULL,
    handle         text        NOT NULL,
    role           text        NOT NULL CHECK (role IN ('ADMIN', 'AGENT', 'VIEWER', 'CUSTOMER')),
    customer_id    uuid REFERENCES customers,
    password_hash  text,                 -- null until an invitation is accepted
    active         boolean     NOT NULL,
    created_at     timestamptz NOT NULL,
    deactivated_at timestamptz,
    version        bigint      NOT NULL,
    CONSTRAINT users_of_customers CHECK ((role = 'CUSTOMER') = (customer_id IS NOT NULL)),
    CONSTRAINT users_deactivated CHECK (active = (deactivated_at IS NULL))
);
CREATE UNIQUE INDEX users_email ON users (email_key);
CREATE UNIQUE INDEX users_handle ON users (lower(handle));
CREATE INDEX users_name ON users (lower(name), id);
CREATE INDEX users_customer ON users (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE teams (
    id          uuid PRIMARY KEY,
    handle      text        NOT NULL,
    name        text        NOT NULL,
    description text,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL
);
CREATE UNIQUE INDEX teams_handle ON teams (lower(handle));

CREATE TABLE team_members (
    team_id uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users,
    PRIMARY KEY (team_id, user_id)
);
CREATE INDEX team_members_user ON team_members (user_id);

-- Secrets below are random and long, so one round of SHA-256 keeps them safe at rest.

CREATE TABLE api_tokens (
    id           uuid PRIMARY KEY,
    name         text        NOT NULL,
    token_hash   text        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('ADMIN', 'AGENT', 'VIEWER', 'CUSTOMER', 'INGEST')),
    customer_id  uuid REFERENCES customers,
    owner_id     uuid REFERENCES users,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    last_used_at timestamptz,
    CONSTRAINT api_tokens_of_customers CHECK ((role = 'CUSTOMER') = (customer_id IS NOT NULL))
);
CREATE UNIQUE INDEX api_tokens_hash ON api_tokens (token_hash);
CREATE INDEX api_tokens_owner ON api_tokens (owner_id);
CREATE INDEX api_tokens_customer ON api_tokens (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE sessions (
    id           uuid PRIMARY KEY,
    token_hash   text        NOT NULL,
    user_id      uuid        NOT NULL REFERENCES users,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL, -- slides with use
    ends_at      timestamptz NOT NULL  -- never slides
);
CREATE UNIQUE INDEX sessions_hash ON sessions (token_hash);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE password_links (
    id         uuid PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES users,
    token_hash text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX password_links_hash ON password_links (token_hash);
CREATE INDEX password_links_user ON password_links (user_id);
CREATE INDEX password_links_expiry ON password_links (expires_at);

-- Somebody said they forgot a password; whether such a person exists is looked up later.
CREATE TABLE password_requests (
    id        uuid PRIMARY KEY,
    email_key text        NOT NULL,
    due_at    timestamptz NOT NULL,
    failures  integer     NOT NULL
);
CREATE INDEX password_requests_due ON password_requests (due_at);

-- Wrong passwords by the hash of what was typed as an email, known or not.
CREATE TABLE sign_in_attempts (
    subject         text PRIMARY KEY,
    failures        jsonb       NOT NULL,
    locked_until    timestamptz,
    last_attempt_at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_age ON sign_in_attempts (last_attempt_at);
