-- The record proves itself to somebody outside: heads are signed with a key that the database never sees, and what a
-- gesture says is sealed in its entry of the record.

-- Public halves of the keys that heads were signed with. Whether one is ours says the key file alone.
CREATE TABLE record_key (
  id            text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'), -- SHA-256 of the public key (SubjectPublicKeyInfo)
  public_part   bytea NOT NULL,
  first_used_at timestamptz NOT NULL
);
CREATE TABLE signed_head (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company       text NOT NULL,
  seq           bigint NOT NULL CHECK (seq >= 0),
  hash          bytea NOT NULL CHECK (length(hash) = 32),
  at            timestamptz NOT NULL,
  key_id        text NOT NULL REFERENCES record_key,
  signature     bytea NOT NULL CHECK (length(signature) = 64)
);
CREATE TRIGGER record_key_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON record_key
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER signed_head_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON signed_head
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What makes the seal of a gesture's customer and texts impossible to guess. With it, and with them, goes the only way
-- to tell what was sealed; the record stays as it is. Null: written before gestures were sealed.
ALTER TABLE gesture ADD COLUMN salt bytea CHECK (length(salt) = 16);
