-- Settings: only what differs from its default has a row. Secrets are sealed before they get here.
CREATE TABLE platform.setting (
  key        text PRIMARY KEY,
  value      jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);

-- Proof that every node is given the same secret keys; holds nothing of the keys themselves.
CREATE TABLE platform.secret_key (
  version   integer PRIMARY KEY,
  proof     text NOT NULL,
  seen_at   timestamptz NOT NULL
);

-- The audit chain: each row's hash covers its fields and the hash before it.
CREATE TABLE platform.audit_entry (
  seq           bigint PRIMARY KEY,
  at            timestamptz NOT NULL,
  actor_kind    text NOT NULL,
  actor_id      uuid,
  actor_name    text NOT NULL,
  action        text NOT NULL,
  entity_type   text NOT NULL,
  entity_id     text NOT NULL,
  -- JSON kept as text: JSONB would not give back the bytes that were hashed
  detail        text NOT NULL,
  previous_hash bytea NOT NULL,
  hash          bytea NOT NULL
);
CREATE INDEX audit_entry_entity ON platform.audit_entry (entity_type, entity_id, seq);
CREATE INDEX audit_entry_actor ON platform.audit_entry (actor_id, seq);
CREATE INDEX audit_entry_action ON platform.audit_entry (action, seq);
CREATE INDEX audit_entry_at ON platform.audit_entry (at);

-- The chain's last link, under a key that the database does not hold: a cut tail shows.
CREATE TABLE platform.audit_head (
  id     smallint PRIMARY KEY CHECK (id = 1),
  seq    bigint NOT NULL,
  hash   bytea NOT NULL,
  anchor text NOT NULL
);

CREATE FUNCTION platform.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the audit chain only grows',
    TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON platform.audit_entry
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_audit_change();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON platform.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_audit_change();
CREATE TRIGGER audit_head_is_kept BEFORE DELETE ON platform.audit_head
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_audit_change();
CREATE TRIGGER audit_head_is_not_emptied BEFORE TRUNCATE ON platform.audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_audit_change();

-- Answers already given, so that a repeated POST gets the same one. The answer is sealed: it may
-- hold a token that is stored nowhere else.
CREATE TABLE platform.idempotency_key (
  actor      text NOT NULL,
  key        text NOT NULL,
  route      text NOT NULL,
  body_hash  text NOT NULL,
  answer     text,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_expiry ON platform.idempotency_key (expires_at);
