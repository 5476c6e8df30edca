-- What staff and sites gave in a calendar period, kept as it grows. Never the truth, which are the gestures:
-- any row may be deleted at any time and is then counted anew.
CREATE TABLE tally (
  rule             text NOT NULL,                   -- the guardrail's code@revision
  of_key           text NOT NULL CHECK (of_key IN ('STAFF', 'SITE')),
  key_value        text NOT NULL,
  from_at          timestamptz NOT NULL,
  until_at         timestamptz NOT NULL,
  company_revision bigint NOT NULL,                 -- of another one it says nothing
  sum_minor        bigint NOT NULL CHECK (sum_minor >= 0),
  pieces           bigint NOT NULL CHECK (pieces >= 0),
  PRIMARY KEY (rule, key_value, from_at)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE INDEX tally_key ON tally (of_key, key_value);
