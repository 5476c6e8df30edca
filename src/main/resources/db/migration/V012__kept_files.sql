-- Files that were taken are kept here until they are read to their end, by whichever server is there to read them.

CREATE TABLE kept_file (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('outcomes', 'customers')),
  by_person  bigint NOT NULL REFERENCES person,
  whole      boolean NOT NULL DEFAULT false,   -- false while it comes in
  bytes      bigint NOT NULL DEFAULT 0,        -- as they came, unpacked
  position   bigint NOT NULL DEFAULT 0,        -- bytes whose lines are in; moved by the transaction that takes them in
  line       bigint NOT NULL DEFAULT 0,        -- the last one of them
  claim      uuid,                             -- of whoever reads it
  due_at     timestamptz NOT NULL,             -- until when the claim or the upload holds; unclaimed: when to try
  tries      int NOT NULL DEFAULT 0,           -- that broke off since the position last moved
  CHECK (position <= bytes)
);
CREATE TABLE file_chunk (
  file_id    uuid NOT NULL REFERENCES kept_file ON DELETE CASCADE,
  number     int NOT NULL,                     -- from 0; each but the last is equally long when unpacked
  packed     bytea NOT NULL,
  PRIMARY KEY (file_id, number)
);
ALTER TABLE file_chunk ALTER COLUMN packed SET STORAGE EXTERNAL;

-- Begun, and nobody reads on just now: a server died, or the database was away.
CREATE VIEW waiting_file AS
  SELECT id FROM kept_file
  WHERE whole AND CASE WHEN claim IS NULL THEN tries > 0 ELSE due_at < now() END;

-- What was being read when this came has no bytes here to read on from.
UPDATE outcome_file SET state = 'failed', problem = 'broken', ended_at = seen_at WHERE state = 'reading';
ALTER TABLE outcome_file
  DROP COLUMN seen_at,
  ADD COLUMN problem_line bigint;

CREATE TABLE customer_file (
  id         uuid PRIMARY KEY,
  by_person  bigint NOT NULL REFERENCES person,
  begun_at   timestamptz NOT NULL,
  ended_at   timestamptz,
  state      text NOT NULL CHECK (state IN ('reading', 'writing', 'done', 'refused', 'failed')),
  done       int NOT NULL DEFAULT 0,           -- rows written, not committed before the end
  total      int NOT NULL DEFAULT 0,           -- 0 until it has been read
  added      int,
  changed    int,
  unchanged  int
);
CREATE TABLE customer_file_problem (
  file_id    uuid NOT NULL REFERENCES customer_file ON DELETE CASCADE,
  number     int NOT NULL,
  field      text NOT NULL,
  code       text NOT NULL,
  said_sv    text NOT NULL,
  said_en    text NOT NULL,
  PRIMARY KEY (file_id, number)
);
