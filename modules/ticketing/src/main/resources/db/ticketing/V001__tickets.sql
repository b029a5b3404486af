-- Tickets, their conversation and history. Other modules' things are held by id.

CREATE SEQUENCE ticket_number;

CREATE TABLE ticket (
  id                uuid PRIMARY KEY,
  number            bigint NOT NULL UNIQUE,
  customer_id       uuid NOT NULL,
  subject           text NOT NULL CHECK (btrim(subject) <> ''),
  body              text NOT NULL,
  priority          text NOT NULL CHECK (priority IN ('P0', 'P1', 'P2', 'P3')),
  status            text NOT NULL
    CHECK (status IN ('open', 'triaged', 'in_progress', 'waiting', 'resolved', 'closed')),
  status_before_waiting text CHECK (status_before_waiting IN ('triaged', 'in_progress')),
  tags              jsonb NOT NULL,
  requester_email   text,
  requester_name    text,
  assignee_id       uuid,
  team_id           uuid,
  custom_fields     jsonb NOT NULL,
  sla_state         text NOT NULL CHECK (sla_state IN ('ok', 'at_risk', 'breached')),
  public_comments   integer NOT NULL,
  internal_comments integer NOT NULL,
  created_at        timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  first_answered_at timestamptz,
  resolved_at       timestamptz,
  reopened_at       timestamptz,
  closed_at         timestamptz,
  version           bigint NOT NULL,
  CHECK ((status = 'waiting') = (status_before_waiting IS NOT NULL)),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);

-- An index for every question a list asks; each ends in the list's order.
CREATE INDEX ticket_by_update ON ticket (updated_at DESC, id DESC);
CREATE INDEX ticket_by_creation ON ticket (created_at DESC, id DESC);
CREATE INDEX ticket_by_status ON ticket (status, updated_at DESC, id DESC);
CREATE INDEX ticket_by_priority ON ticket (priority, updated_at DESC, id DESC);
CREATE INDEX ticket_by_customer ON ticket (customer_id, updated_at DESC, id DESC);
CREATE INDEX ticket_by_assignee ON ticket (assignee_id, updated_at DESC, id DESC)
  WHERE assignee_id IS NOT NULL;
CREATE INDEX ticket_by_team ON ticket (team_id, updated_at DESC, id DESC)
  WHERE team_id IS NOT NULL;
CREATE INDEX ticket_by_sla ON ticket (sla_state, updated_at DESC, id DESC)
  WHERE sla_state <> 'ok';
CREATE INDEX ticket_by_tag ON ticket USING gin (tags jsonb_path_ops);

CREATE TABLE comment (
  id          uuid PRIMARY KEY,
  ticket_id   uuid NOT NULL REFERENCES ticket,
  visibility  text NOT NULL CHECK (visibility IN ('public', 'internal')),
  ordinal     integer NOT NULL,
  author_kind text NOT NULL CHECK (author_kind IN ('user', 'api_token', 'system')),
  author_id   uuid,
  author_name text NOT NULL,
  by_agent    boolean NOT NULL,
  body        text NOT NULL,
  created_at  timestamptz NOT NULL,
  UNIQUE (ticket_id, visibility, ordinal)
);

CREATE TABLE history (
  id         uuid PRIMARY KEY,
  ticket_id  uuid NOT NULL REFERENCES ticket,
  at         timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'api_token', 'system')),
  actor_id   uuid,
  actor_name text NOT NULL,
  action     text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'internal')),
  changes    jsonb NOT NULL
);
CREATE INDEX history_by_ticket ON history (ticket_id, id);

-- What full-text search looks at: one document a ticket, so that a search may find one word in the
-- subject and another in a comment. Weights tell where a word stands: A subject, B body, C public
-- comments, D internal comments. It is a table of its own because every update of a ticket would
-- otherwise have to touch the large index.
CREATE TABLE ticket_words (
  ticket_id uuid PRIMARY KEY REFERENCES ticket,
  words     tsvector NOT NULL,
  -- bytes of text looked at so far: a document that grows past a bound is cut, because PostgreSQL
  -- refuses one of more than 1 MiB
  size      integer NOT NULL
);
CREATE INDEX ticket_words_search ON ticket_words USING gin (words);

CREATE TABLE routing_rule (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  position   integer NOT NULL,
  enabled    boolean NOT NULL,
  conditions jsonb NOT NULL,
  actions    jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version    bigint NOT NULL
);
CREATE INDEX routing_rule_by_position ON routing_rule (position, id);
