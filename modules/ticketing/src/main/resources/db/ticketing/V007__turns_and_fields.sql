-- Whose turn it was last in a team that takes turns. Its row is held until the ticket that took the
-- turn is committed, so that two nodes never give two tickets by one turn.
CREATE TABLE routing_turn (
  team_id      uuid PRIMARY KEY,
  last_user_id uuid
);

-- Who has how much to do.
CREATE INDEX ticket_unfinished_by_assignee ON ticket (assignee_id)
  WHERE assignee_id IS NOT NULL AND status NOT IN ('resolved', 'closed');

-- What the fields are that a desk adds to its tickets; their values lie in ticket.custom_fields.
CREATE TABLE custom_field (
  id          uuid PRIMARY KEY,
  key         text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9_]{0,62}$'),
  label       text NOT NULL CHECK (btrim(label) <> ''),
  type        text NOT NULL
    CHECK (type IN ('text', 'number', 'date', 'boolean', 'select', 'multi_select')),
  options     jsonb NOT NULL,
  required    boolean NOT NULL,
  position    integer NOT NULL,
  archived_at timestamptz,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  version     bigint NOT NULL
);

CREATE INDEX ticket_by_field ON ticket USING gin (custom_fields jsonb_path_ops)
  WHERE custom_fields <> '{}';
