-- How tickets hang together, and who wants to hear of them.

-- One row a link, read "other is the kind of ticket"; a child, a duplicate and a follow-up are told
-- from the other end. Of two related tickets the one with the smaller id is the first.
CREATE TABLE link (
  id         uuid PRIMARY KEY,
  ticket_id  uuid NOT NULL REFERENCES ticket,
  other_id   uuid NOT NULL REFERENCES ticket,
  kind       text NOT NULL CHECK (kind IN ('related', 'parent', 'original', 'preceding')),
  created_at timestamptz NOT NULL,
  UNIQUE (ticket_id, other_id, kind),
  CHECK (ticket_id <> other_id),
  CHECK (kind <> 'related' OR ticket_id < other_id)
);
CREATE INDEX link_by_other ON link (other_id);
CREATE UNIQUE INDEX link_one_parent ON link (ticket_id) WHERE kind = 'parent';

-- With the ticket, as its tags: whoever tells of a change has them at hand.
ALTER TABLE ticket ADD COLUMN watchers jsonb NOT NULL DEFAULT '[]';
ALTER TABLE ticket ALTER COLUMN watchers DROP DEFAULT;
CREATE INDEX ticket_by_watcher ON ticket USING gin (watchers jsonb_path_ops)
  WHERE watchers <> '[]';

-- The ticket that took over what was said here.
ALTER TABLE ticket ADD COLUMN merged_into uuid REFERENCES ticket;
