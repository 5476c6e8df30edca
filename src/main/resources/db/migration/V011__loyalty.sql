-- What customers did later, and what happened to them: outcomes come in, episodes are gathered, facts are made of both.

-- What can happen to a customer; of the company file, like what is earned on what they buy.
CREATE TABLE incident_type (
  code       text PRIMARY KEY,
  name_sv    text NOT NULL,
  name_en    text NOT NULL,
  position   int NOT NULL,
  active     boolean NOT NULL DEFAULT true
);
CREATE TABLE incident_site (
  incident   text NOT NULL REFERENCES incident_type,
  position   int NOT NULL,
  site       text NOT NULL REFERENCES org_unit,
  PRIMARY KEY (incident, position)
);
CREATE TABLE margin (
  category   text PRIMARY KEY,                      -- of what is bought, in the words of the systems that tell of it
  per_mille  int NOT NULL CHECK (per_mille BETWEEN 0 AND 1000)
);
ALTER TABLE company
  ADD COLUMN other_margin_per_mille int CHECK (other_margin_per_mille BETWEEN 0 AND 1000), -- null: the whole amount
  ADD COLUMN outcome_days int CHECK (outcome_days IN (30, 90, 180, 365));                  -- null: 90
ALTER TABLE kind ADD COLUMN answers text REFERENCES incident_type; -- null: it answers no incident
-- As it was then, like tier: what episodes are compared by must not change under them.
ALTER TABLE gesture
  ADD COLUMN incident text REFERENCES incident_type,
  ADD COLUMN price_level text;

-- Outcomes -------------------------------------------------------------------------------------------------------

-- One entry per message of a source, for ever. Corrections and reversals are entries of their own that name the one
-- they replace; each entry is replaced at most once, so that the order in which they come in does not matter.
-- The customer is kept by the company's own code: whoever is not known yet is found when they come.
CREATE TABLE outcome (
  source       text NOT NULL,
  id           text NOT NULL,
  type         text NOT NULL CHECK (type IN ('purchase', 'return', 'renewal', 'churn', 'tier-change', 'points', 'referral',
                                             'complaint', 'nps', 'csat', 'reversal')),
  customer     text NOT NULL,
  at           timestamptz NOT NULL,
  day          int NOT NULL,                        -- since 1970-01-01, in the company's zone
  amount_minor bigint CHECK (amount_minor >= 0),
  category     text,
  score        int,
  points       bigint,
  tier         text,
  gesture_id   uuid,                                -- what the gesture itself posts is no outcome of it
  replaces     text,
  digest       bytea NOT NULL CHECK (length(digest) = 16),  -- of all that was said, to tell a repetition from a contradiction
  written_in   bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (source, id),
  CHECK (type NOT IN ('purchase', 'return') OR amount_minor IS NOT NULL),
  CHECK (type <> 'reversal' OR replaces IS NOT NULL)
);
CREATE UNIQUE INDEX outcome_replaces ON outcome (source, replaces) WHERE replaces IS NOT NULL;
CREATE INDEX outcome_customer ON outcome (customer, day);
CREATE INDEX outcome_written ON outcome USING brin (written_in) WITH (pages_per_range = 32);
CREATE TRIGGER outcome_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON outcome
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What counts as contribution, in thousandths of minor units: whole numbers, whose sums come out the same in any order.
CREATE VIEW loyalty_event AS
  SELECT o.customer AS customer_id, o.day,
         CAST(CASE WHEN o.type = 'return' THEN - o.amount_minor ELSE o.amount_minor END
              * COALESCE(m.per_mille, c.other_margin_per_mille, 1000) AS double precision) AS amount
  FROM outcome o CROSS JOIN company c LEFT JOIN margin m ON m.category = o.category
  WHERE o.type IN ('purchase', 'return', 'renewal') AND o.amount_minor IS NOT NULL AND o.gesture_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM outcome r WHERE r.source = o.source AND r.replaces = o.id);

-- Files of outcomes ----------------------------------------------------------------------------------------------

CREATE TABLE outcome_file (
  id           uuid PRIMARY KEY,
  name         text NOT NULL,
  by_person    bigint REFERENCES person,            -- none: a stream
  begun_at     timestamptz NOT NULL,
  ended_at     timestamptz,
  state        text NOT NULL CHECK (state IN ('reading', 'open', 'done', 'failed')),
  seen_at      timestamptz NOT NULL,                -- while it is read; one not seen for long has died with its server
  bytes        bigint NOT NULL,
  bytes_read   bigint NOT NULL DEFAULT 0,
  added        bigint NOT NULL DEFAULT 0,
  repeated     bigint NOT NULL DEFAULT 0,
  refused      bigint NOT NULL DEFAULT 0,
  problem      text
);
CREATE TABLE outcome_refused (
  file_id      uuid NOT NULL REFERENCES outcome_file ON DELETE CASCADE,
  line         bigint NOT NULL,
  code         text NOT NULL,
  said_sv      text NOT NULL,
  said_en      text NOT NULL,
  text         text NOT NULL,                       -- the line as it came, its first 500 characters
  PRIMARY KEY (file_id, line)
);

-- Episodes -------------------------------------------------------------------------------------------------------

-- A customer, a day on which something happened, and whether a gesture was given. Gathered from the gestures as the
-- record goes on; what happened without one is told. Double and text columns as Spark reads them.
CREATE TABLE episode (
  episode_id    text PRIMARY KEY,
  customer_id   text NOT NULL,
  site_id       text NOT NULL,
  day           int NOT NULL,
  why           text NOT NULL CHECK (why IN ('given', 'refused', 'declined', 'withdrawn', 'expired', 'not-used', 'happened')),
  treated       int NOT NULL CHECK (treated = CASE WHEN why = 'given' THEN 1 ELSE 0 END),
  asked         int NOT NULL CHECK (asked IN (0, 1)), -- whether somebody had to decide
  gesture_kind  text,                                 -- what was given
  wanted_kind   text,                                 -- what was given, or asked for
  segment       text NOT NULL,
  incident_type text NOT NULL,
  balance_band  text NOT NULL,
  nth_band      text,
  damage_band   text,
  cost          double precision NOT NULL CHECK (cost >= 0),
  origin        text NOT NULL CHECK (origin IN ('gesture', 'told', 'demo')),
  CHECK ((treated = 1) = (gesture_kind IS NOT NULL)),
  CHECK (treated = 1 OR cost = 0)
);
CREATE INDEX episode_day ON episode (day);
CREATE INDEX episode_customer ON episode (customer_id, day);

-- Something happened, nothing given: as it was told.
CREATE TABLE happening (
  id           uuid PRIMARY KEY,                     -- made by the caller: the idempotency key
  incident     text NOT NULL REFERENCES incident_type,
  customer_id  bigint REFERENCES customer,
  place        text NOT NULL REFERENCES org_unit,
  site         text REFERENCES org_unit,
  person_id    bigint NOT NULL REFERENCES person,
  tier         text,
  price_level  text,
  happened_at  timestamptz NOT NULL,
  received_at  timestamptz NOT NULL
);
CREATE INDEX happening_place ON happening (place, received_at);
CREATE TRIGGER happening_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON happening
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Facts ----------------------------------------------------------------------------------------------------------

-- Customers whose facts must be made anew.
CREATE TABLE fact_due (
  customer_id  text PRIMARY KEY
);
-- Up to where everything has been looked through.
CREATE TABLE fact_state (
  only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  audit_seq    bigint NOT NULL DEFAULT 0,
  written_in   bigint NOT NULL DEFAULT 0,
  today        int NOT NULL DEFAULT 0,              -- since 1970-01-01; the day up to which episodes were ripe
  settings     text NOT NULL DEFAULT ''             -- the margins that the facts were made with
);
INSERT INTO fact_state DEFAULT VALUES;
CREATE TABLE fact_run (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  begun_at     timestamptz NOT NULL,
  ended_at     timestamptz,
  state        text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  by_person    bigint REFERENCES person,            -- null: by itself
  whole        boolean NOT NULL,
  customers    bigint NOT NULL DEFAULT 0,           -- to be done
  done         bigint NOT NULL DEFAULT 0,
  seen_at      timestamptz NOT NULL
);
CREATE INDEX fact_run_running ON fact_run (id) WHERE state = 'running';
-- What fact.sql reads when only some customers are done anew.
CREATE TABLE fact_chunk (
  customer_id  text PRIMARY KEY
);
CREATE VIEW episode_chunk AS SELECT e.* FROM episode e JOIN fact_chunk c ON c.customer_id = e.customer_id;
CREATE VIEW loyalty_event_chunk AS SELECT v.* FROM loyalty_event v JOIN fact_chunk c ON c.customer_id = v.customer_id;
ALTER TABLE episode_fact ADD COLUMN asked int NOT NULL DEFAULT 0 CHECK (asked IN (0, 1));

-- For the same few at random, at every look.
CREATE INDEX episode_fact_shuffled ON episode_fact (horizon, md5(episode_id));

-- How much there is, as of the last run: counting takes too long for a page once there are millions.
CREATE TABLE fact_stock (
  only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  outcomes     bigint NOT NULL,
  episodes     bigint NOT NULL,
  given        bigint NOT NULL,
  young        bigint NOT NULL,                     -- given, and the window has not ended
  until_day    int,                                 -- when the last of them is ripe, since 1970-01-01
  days         int NOT NULL                         -- the window
);

-- Requests that somebody had to decide, turned round: what is looked at is the no, beside those that were granted.
CREATE VIEW asked_fact AS
  SELECT f.horizon, f.episode_id, f.customer_id, f.site_id, f.day, 1 - f.treated AS treated,
         CASE WHEN f.treated = 0 THEN e.wanted_kind END AS gesture_kind, f.segment, f.incident_type, f.balance_band,
         CAST(NULL AS text) AS nth_band, CAST(NULL AS text) AS damage_band, CAST(0 AS double precision) AS cost,
         f.y_post, f.y_base, f.y_pre2, f.y_hist, f.active, f.asked
  FROM episode_fact f JOIN episode e ON e.episode_id = f.episode_id
  WHERE f.asked = 1 AND e.why IN ('given', 'declined', 'refused', 'expired');

-- What was estimated ---------------------------------------------------------------------------------------------

-- An edition is 'live', made anew with the facts, or a month that has ended, which stays as it is.
CREATE TABLE payoff_edition (
  edition      text NOT NULL CHECK (edition = 'live' OR edition ~ '^[0-9]{4}-[0-9]{2}$'),
  about        text NOT NULL CHECK (about IN ('given', 'no')),
  horizon      int NOT NULL,
  made_at      timestamptz NOT NULL,
  until_day    int NOT NULL,                        -- since 1970-01-01; episodes of this day and later are not in it
  episodes     bigint NOT NULL,
  given        bigint NOT NULL,
  generated    bigint NOT NULL,
  ripening     bigint NOT NULL,
  PRIMARY KEY (edition, about, horizon)
);
-- What estimate.sql and clusters.sql answered, column by column.
CREATE TABLE payoff_estimate (
  edition      text NOT NULL,
  about        text NOT NULL,
  horizon      int NOT NULL,
  lens         text NOT NULL,
  grp          text NOT NULL,
  n_all        bigint NOT NULL,
  naive_level  double precision, naive_change double precision, own_past double precision,
  troubled     int NOT NULL,
  met          int NOT NULL,
  n            bigint,
  strata       bigint,
  controls     bigint,
  heaviest     double precision, ess double precision, k double precision,
  y            double precision, y_se double precision, y_net double precision, y_net_se double precision,
  yr           double precision, yr_se double precision,
  u            double precision, u_se double precision, u_net double precision, u_net_se double precision,
  ur           double precision, ur_se double precision,
  p            double precision, p_se double precision,
  a            double precision, a_se double precision, a_got double precision,
  smd_history  double precision, smd_before double precision, smd_baseline double precision,
  PRIMARY KEY (edition, about, horizon, lens, grp),
  FOREIGN KEY (edition, about, horizon) REFERENCES payoff_edition ON DELETE CASCADE
);
CREATE TABLE payoff_errors (
  edition      text NOT NULL,
  about        text NOT NULL,
  horizon      int NOT NULL,
  cluster      text NOT NULL CHECK (cluster IN ('customer', 'site')),
  lens         text NOT NULL,
  grp          text NOT NULL,
  clusters     bigint NOT NULL,
  got          bigint NOT NULL,
  other        bigint NOT NULL,
  effect       double precision, net double precision, ratio double precision,
  PRIMARY KEY (edition, about, horizon, cluster, lens, grp),
  FOREIGN KEY (edition, about, horizon) REFERENCES payoff_edition ON DELETE CASCADE
);
-- What was spent in each of the twelve months that had ended when the facts were made, in units of the currency.
CREATE TABLE payoff_spent (
  site         text NOT NULL,
  kind         text NOT NULL,
  month        text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  spent        double precision NOT NULL,
  until_day    int NOT NULL,                        -- the day that had not ended, since 1970-01-01
  PRIMARY KEY (month, site, kind)
);
-- A month that has ended is never changed.
CREATE FUNCTION frozen_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.edition <> 'live' THEN
    RAISE EXCEPTION 'the edition % is frozen', OLD.edition USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER payoff_edition_frozen BEFORE UPDATE OR DELETE ON payoff_edition FOR EACH ROW EXECUTE FUNCTION frozen_stays();
CREATE TRIGGER payoff_estimate_frozen BEFORE UPDATE OR DELETE ON payoff_estimate FOR EACH ROW EXECUTE FUNCTION frozen_stays();
CREATE TRIGGER payoff_errors_frozen BEFORE UPDATE OR DELETE ON payoff_errors FOR EACH ROW EXECUTE FUNCTION frozen_stays();
