-- route and digest are sealed with the answer: a plain digest of a body with a password is a fast hash of it
DELETE FROM platform.idempotency_key;
ALTER TABLE platform.idempotency_key DROP COLUMN route, DROP COLUMN body_hash;
