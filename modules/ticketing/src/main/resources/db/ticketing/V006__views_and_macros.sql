-- What people keep to work through many tickets: lists they come back to, answers they give often.

CREATE TABLE saved_view (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CHECK (btrim(name) <> ''),
  position   integer NOT NULL,
  audience   text NOT NULL CHECK (audience IN ('owner', 'team', 'everyone')),
  owner_id   uuid,
  team_id    uuid,
  filter     jsonb NOT NULL,
  columns    jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version    bigint NOT NULL,
  CHECK ((audience = 'team') = (team_id IS NOT NULL))
);

CREATE TABLE macro (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CHECK (btrim(name) <> ''),
  position   integer NOT NULL,
  audience   text NOT NULL CHECK (audience IN ('owner', 'team', 'everyone')),
  owner_id   uuid,
  team_id    uuid,
  reply      text,
  visibility text NOT NULL CHECK (visibility IN ('public', 'internal')),
  change     jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version    bigint NOT NULL,
  CHECK ((audience = 'team') = (team_id IS NOT NULL))
);
