-- The shape that the peers write to: as small as a gesture can be. Site budgets 1..200, staff budgets 1001..51000.
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.budget (
  id             bigint PRIMARY KEY,
  kind           smallint NOT NULL,
  limit_cents    bigint NOT NULL,
  reserved_cents bigint NOT NULL DEFAULT 0,
  CHECK (reserved_cents >= 0),
  CHECK (reserved_cents <= limit_cents)
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE TABLE bench.gesture (
  id           uuid PRIMARY KEY,
  site_id      int NOT NULL,
  staff_id     int NOT NULL,
  customer_id  bigint NOT NULL,
  kind         smallint NOT NULL,
  amount_cents bigint NOT NULL,
  status       smallint NOT NULL,
  note         text,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX gesture_site_ts ON bench.gesture (site_id, created_at);
CREATE INDEX gesture_cust_ts ON bench.gesture (customer_id, created_at);
CREATE TABLE bench.ledger_entry (
  id           bigint GENERATED ALWAYS AS IDENTITY (CACHE 50) PRIMARY KEY,
  gesture_id   uuid NOT NULL,
  budget_id    bigint NOT NULL,
  entry        smallint NOT NULL,
  amount_cents bigint NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ledger_budget ON bench.ledger_entry (budget_id, id);
CREATE TABLE bench.outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY (CACHE 50) PRIMARY KEY,
  type         text NOT NULL,
  aggregate_id uuid NOT NULL,
  payload      jsonb NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO bench.budget SELECT g, 2, 1000000000000000, 0 FROM generate_series(1, 200) g;
INSERT INTO bench.budget SELECT 1000 + g, 1, 1000000000000000, 0 FROM generate_series(1, 50000) g;
