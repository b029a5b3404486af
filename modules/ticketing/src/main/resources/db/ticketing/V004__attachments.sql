-- What hangs on tickets and comments. The row says where the bytes lie: in a large object of this
-- database, or in a file of a directory that all nodes see.
CREATE TABLE attachment (
  id          uuid PRIMARY KEY,
  ticket_id   uuid NOT NULL REFERENCES ticket,
  comment_id  uuid REFERENCES comment,
  visibility  text NOT NULL CHECK (visibility IN ('public', 'internal')),
  file_name   text NOT NULL,
  media_type  text NOT NULL,
  size        bigint NOT NULL,
  sha256      text NOT NULL,
  place       text NOT NULL CHECK (place IN ('database', 'directory')),
  key         text NOT NULL,
  author_kind text NOT NULL CHECK (author_kind IN ('user', 'api_token', 'system')),
  author_id   uuid,
  author_name text NOT NULL,
  created_at  timestamptz NOT NULL
);
CREATE INDEX attachment_by_ticket ON attachment (ticket_id, id);
CREATE INDEX attachment_by_comment ON attachment (comment_id) WHERE comment_id IS NOT NULL;

-- Files that no attachment may name: written before their attachment is committed, or left behind
-- by one that is deleted. A transaction cannot undo a file, so what is left over is found here.
CREATE TABLE stray_file (
  id       uuid PRIMARY KEY,
  path     text NOT NULL,
  due_at   timestamptz NOT NULL,
  failures integer NOT NULL
);
CREATE INDEX stray_file_by_due ON stray_file (due_at);
