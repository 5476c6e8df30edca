-- The foundation: who we are, what we may give, what it draws on, what was given, and the record of it all.
-- Amounts are bigint minor units of the company's currency; instants are timestamptz; codes are the company file's own.

-- Organization ---------------------------------------------------------------------------------------------------

CREATE TABLE company (
  only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  code       text NOT NULL,
  name       text NOT NULL,
  currency   text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  zone       text NOT NULL,
  languages  text NOT NULL,                         -- comma separated, in the file's order
  revision   bigint NOT NULL DEFAULT 1              -- raised by every change of rules; caches compare it
);

CREATE TABLE org_unit (
  code       text PRIMARY KEY,
  name_sv    text NOT NULL,
  name_en    text NOT NULL,
  level      text NOT NULL CHECK (level IN ('company', 'region', 'site', 'team')),
  under      text REFERENCES org_unit DEFERRABLE INITIALLY DEFERRED,
  zone       text,                                  -- null: that of the unit above
  position   int NOT NULL,
  active     boolean NOT NULL DEFAULT true,
  CHECK ((level = 'company') = (under IS NULL))
);

CREATE TABLE person (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_name  text NOT NULL UNIQUE,
  sub        text UNIQUE,                           -- the identity provider's subject; bound at first sign-in
  name       text NOT NULL,
  at_unit    text NOT NULL REFERENCES org_unit,
  rate_minor bigint CHECK (rate_minor >= 0),        -- per hour
  language   text CHECK (language IN ('sv', 'en')), -- the person's choice; null: the company's first
  hand       text NOT NULL DEFAULT 'right' CHECK (hand IN ('left', 'right')),
  appearance text NOT NULL DEFAULT 'auto' CHECK (appearance IN ('auto', 'light', 'dark')),
  tablet_key bytea,                                 -- seals what a shared tablet keeps for this person
  position   int NOT NULL,
  active     boolean NOT NULL DEFAULT true
);

CREATE TABLE person_role (
  person_id  bigint NOT NULL REFERENCES person,
  role       text NOT NULL CHECK (role IN ('staff', 'manager', 'leader', 'steward', 'auditor', 'system')),
  PRIMARY KEY (person_id, role)
);

CREATE TABLE authority (
  at_unit    text PRIMARY KEY REFERENCES org_unit,
  up_to_minor bigint NOT NULL CHECK (up_to_minor >= 0),
  position   int NOT NULL
);

-- Catalogue and rules --------------------------------------------------------------------------------------------

CREATE TABLE touchpoint (
  code       text PRIMARY KEY,
  name_sv    text NOT NULL,
  name_en    text NOT NULL,
  potential  int NOT NULL CHECK (potential BETWEEN 0 AND 3),
  position   int NOT NULL,
  active     boolean NOT NULL DEFAULT true
);

CREATE TABLE clause (
  code       text PRIMARY KEY,
  bendable   text NOT NULL CHECK (bendable IN ('freely', 'guardrails', 'approval', 'never')),
  text_sv    text NOT NULL,
  text_en    text NOT NULL,
  position   int NOT NULL,
  active     boolean NOT NULL DEFAULT true
);

CREATE TABLE kind (
  code         text PRIMARY KEY,
  name_sv      text NOT NULL,
  name_en      text NOT NULL,
  category     text NOT NULL,
  cost_model   text NOT NULL CHECK (cost_model IN ('preset', 'entered', 'time', 'travel')),
  preset_minor bigint CHECK (preset_minor >= 0),
  per_km_minor bigint CHECK (per_km_minor >= 0),
  customer     text NOT NULL CHECK (customer IN ('optional', 'required')),
  outreach     boolean NOT NULL,
  position     int NOT NULL,
  active       boolean NOT NULL DEFAULT true,
  CHECK ((cost_model = 'preset') = (preset_minor IS NOT NULL)),
  CHECK ((cost_model = 'travel') = (per_km_minor IS NOT NULL))
);
CREATE TABLE kind_preset (
  kind         text NOT NULL REFERENCES kind,
  position     int NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (kind, position)
);
CREATE TABLE kind_bend (
  kind         text NOT NULL REFERENCES kind,
  position     int NOT NULL,
  clause       text NOT NULL REFERENCES clause DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (kind, position)
);
CREATE TABLE kind_site (
  kind         text NOT NULL REFERENCES kind,
  position     int NOT NULL,
  site         text NOT NULL REFERENCES org_unit,
  PRIMARY KEY (kind, position)
);

CREATE TABLE guardrail (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code           text NOT NULL,
  revision       int NOT NULL CHECK (revision > 0),
  effective_from date NOT NULL,
  effective_until date,                             -- exclusive; null: until the next revision, or for good
  kind           text REFERENCES kind,
  category       text,
  role           text,
  unit           text REFERENCES org_unit,
  tier           text,
  touchpoint     text REFERENCES touchpoint,
  moment         text,
  outreach       boolean,
  measure        text NOT NULL CHECK (measure IN ('amount', 'sum', 'count', 'forbidden')),
  of_key         text NOT NULL CHECK (of_key IN ('gesture', 'staff', 'customer', 'visit', 'site')),
  within         text,                              -- ISO 8601 period, rolling
  per            text CHECK (per IN ('day', 'week', 'month', 'quarter', 'year')),
  bound          bigint NOT NULL CHECK (bound >= 0), -- minor units for amount and sum, pieces for count
  outcome        text NOT NULL CHECK (outcome IN ('GO_AND_TELL', 'ASK', 'STOP')),
  position       int NOT NULL,
  UNIQUE (code, revision),
  UNIQUE (code, effective_from),
  CHECK (within IS NULL OR per IS NULL)
);
CREATE TABLE guardrail_replaces (
  guardrail_id   bigint NOT NULL REFERENCES guardrail ON DELETE CASCADE,
  position       int NOT NULL,
  code           text NOT NULL,
  PRIMARY KEY (guardrail_id, position)
);

-- Customers ------------------------------------------------------------------------------------------------------

CREATE TABLE customer (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code         text NOT NULL UNIQUE,
  name         text NOT NULL,
  phone        text,
  email        text,
  tier         text,
  price_level  text,
  member_of    text,
  known_as     text,
  birth_date   date,
  language     text,
  known        text,
  -- Whatever they can say: every word of name, phone, e-mail, code and nickname, folded to lower case without accents.
  words        tsvector NOT NULL
);
CREATE INDEX customer_words ON customer USING gin (words);

-- Budgets --------------------------------------------------------------------------------------------------------

CREATE TABLE budget (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code         text NOT NULL UNIQUE,
  of_unit      text REFERENCES org_unit,
  of_person    bigint REFERENCES person,
  per          text CHECK (per IN ('day', 'week', 'month', 'quarter', 'year')),
  starts_on    date,                                -- a fixed span, where there is no period
  ends_on      date,
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  exhausted    text NOT NULL CHECK (exhausted IN ('GO_AND_TELL', 'ASK', 'STOP')),
  position     int NOT NULL,
  active       boolean NOT NULL DEFAULT true,
  CHECK (num_nonnulls(of_unit, of_person) = 1),
  CHECK ((per IS NULL) = (starts_on IS NOT NULL AND ends_on IS NOT NULL)),
  CHECK (ends_on > starts_on)
);

-- One running figure per budget and period. Promise 2 stands in this table: whatever the code above it does,
-- held and spent together never pass the limit. Half-empty pages keep the updates of hot rows on their page.
CREATE TABLE budget_period (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  budget_id       bigint NOT NULL REFERENCES budget,
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz NOT NULL,
  limit_minor     bigint NOT NULL,
  held_minor      bigint NOT NULL DEFAULT 0,
  spent_minor     bigint NOT NULL DEFAULT 0,
  overdraft_minor bigint NOT NULL DEFAULT 0,
  UNIQUE (budget_id, starts_at),
  CHECK (ends_at > starts_at),
  CONSTRAINT never_negative CHECK (held_minor >= 0 AND spent_minor >= 0 AND overdraft_minor >= 0),
  CONSTRAINT never_beyond_the_limit CHECK (held_minor + spent_minor <= limit_minor)
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Gestures -------------------------------------------------------------------------------------------------------

CREATE TABLE gesture (
  id             uuid PRIMARY KEY,                  -- made by the caller: the idempotency key
  fingerprint    bytea NOT NULL,                    -- of what was asked, to tell a replay from another request
  kind           text NOT NULL REFERENCES kind,
  category       text NOT NULL,                     -- as the kind had it then, like outreach, tier and roles:
  outreach       boolean NOT NULL,                  -- what guardrails count must not change under them
  roles          text NOT NULL,                     -- comma separated
  place          text NOT NULL REFERENCES org_unit,
  site           text REFERENCES org_unit,
  person_id      bigint NOT NULL REFERENCES person,
  customer_id    bigint REFERENCES customer,
  tier           text,
  visit          text,
  touchpoint     text REFERENCES touchpoint,
  moment         text,
  occasion       text,
  damage_minor   bigint CHECK (damage_minor >= 0),
  minutes        int CHECK (minutes >= 0),
  distance_metres int CHECK (distance_metres >= 0),
  first_cost_minor bigint NOT NULL CHECK (first_cost_minor >= 0), -- what was judged, and held or settled
  cost_minor     bigint NOT NULL CHECK (cost_minor >= 0),             -- what it came to
  done           boolean NOT NULL,
  judged_for     timestamptz NOT NULL,              -- when it happened, or is planned to
  received_at    timestamptz NOT NULL,
  state          text NOT NULL CHECK (state IN ('refused', 'awaiting-approval', 'held', 'settled', 'released', 'expired', 'reversed')),
  first_state    text NOT NULL,                     -- what the caller was answered
  review         text CHECK (review IN ('to-be-reviewed', 'against-never')),
  outcome        text NOT NULL CHECK (outcome IN ('GO', 'GO_AND_TELL', 'ASK', 'STOP')),
  verdict        text NOT NULL,                     -- JSON: reasons, who could approve, headroom, shortfall, as answered
  verdict_anew   text,                              -- the same, where it cost more than was held
  held_until     timestamptz,
  ended_at       timestamptz,
  ended_by       bigint REFERENCES person,
  end_reason     text
);
CREATE INDEX gesture_customer ON gesture (customer_id, judged_for) WHERE customer_id IS NOT NULL;
CREATE INDEX gesture_visit ON gesture (visit, judged_for) WHERE visit IS NOT NULL;
CREATE INDEX gesture_person ON gesture (person_id, judged_for);
CREATE INDEX gesture_site ON gesture (site, judged_for);
CREATE INDEX gesture_place ON gesture (place, received_at);
CREATE INDEX gesture_received ON gesture (received_at, id);
CREATE INDEX gesture_held ON gesture (held_until) WHERE state IN ('held', 'awaiting-approval');

CREATE TABLE gesture_bend (
  gesture_id     uuid NOT NULL REFERENCES gesture,
  clause         text NOT NULL REFERENCES clause,
  PRIMARY KEY (gesture_id, clause)
);
CREATE INDEX gesture_bend_clause ON gesture_bend (clause);

-- Each transition once: the domain knows the way, the database refuses any other.
CREATE FUNCTION gesture_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state
     OR OLD.state = 'awaiting-approval' AND NEW.state IN ('held', 'settled', 'released', 'expired')
     OR OLD.state = 'held' AND NEW.state IN ('settled', 'released', 'expired')
     OR OLD.state = 'settled' AND NEW.state = 'reversed' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a gesture never goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER gesture_moves_forward BEFORE UPDATE OF state ON gesture FOR EACH ROW EXECUTE FUNCTION gesture_moves_forward();

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER gesture_kept BEFORE DELETE OR TRUNCATE ON gesture FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The ledger: the sums of the entries of a period are its running figures.
CREATE TABLE budget_entry (
  id              bigint GENERATED ALWAYS AS IDENTITY (CACHE 50) PRIMARY KEY,
  period_id       bigint NOT NULL REFERENCES budget_period,
  gesture_id      uuid REFERENCES gesture,
  type            text NOT NULL CHECK (type IN ('HOLD', 'SETTLE', 'RELEASE', 'EXPIRE', 'OVERDRAFT', 'ADJUST')),
  held_delta      bigint NOT NULL DEFAULT 0,
  spent_delta     bigint NOT NULL DEFAULT 0,
  overdraft_delta bigint NOT NULL DEFAULT 0,
  limit_delta     bigint NOT NULL DEFAULT 0,
  person_id       bigint REFERENCES person,         -- in whose name
  at              timestamptz NOT NULL
);
CREATE INDEX budget_entry_period ON budget_entry (period_id, id);
CREATE UNIQUE INDEX budget_entry_once ON budget_entry (gesture_id, period_id, type)
  WHERE type IN ('HOLD', 'SETTLE', 'RELEASE', 'EXPIRE');
CREATE TRIGGER budget_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON budget_entry
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Answers kept for ever, for requests that decide something about an existing gesture or the company ------------

CREATE TABLE idempotent_answer (
  key          uuid PRIMARY KEY,
  fingerprint  bytea NOT NULL,
  status       int NOT NULL,
  location     text,
  body         text NOT NULL,
  answered_at  timestamptz NOT NULL
);

-- The record -----------------------------------------------------------------------------------------------------

CREATE TABLE audit_entry (
  seq          bigint PRIMARY KEY,
  at           timestamptz NOT NULL,
  person_id    bigint,                              -- null: the system itself
  what         text NOT NULL,                       -- gesture.logged, company.imported ...
  subject      text NOT NULL,
  before       text,
  after        text,
  previous     bytea NOT NULL,
  hash         bytea NOT NULL                       -- SHA-256 over all of the above
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, seq);
CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TABLE audit_head (
  only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  seq          bigint NOT NULL,
  hash         bytea NOT NULL
);
INSERT INTO audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));
