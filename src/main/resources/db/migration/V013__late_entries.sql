-- Late entries: what is logged on a later day than it happened on. And months whose figures are closed.

ALTER TABLE company
  ADD COLUMN late_within_days int CHECK (late_within_days BETWEEN 1 AND 366), -- null: as usual
  ADD COLUMN late_tell_from int CHECK (late_tell_from BETWEEN 1 AND 1000);    -- null: as usual

ALTER TABLE gesture
  ADD COLUMN late boolean NOT NULL DEFAULT false,
  ADD COLUMN late_reason text,
  ADD COLUMN told_at timestamptz,                   -- when it was logged, where it counts on that day as well
  ADD COLUMN booked_on timestamptz,                 -- when it was logged, where a budget's own period had closed by then
  ADD CONSTRAINT only_what_is_late CHECK (late OR num_nonnulls(late_reason, told_at, booked_on) = 0);
CREATE INDEX gesture_late ON gesture (person_id, received_at) WHERE late;
-- The same keys as those that guardrails count by, for the other day on which a late entry counts.
CREATE INDEX gesture_customer_told ON gesture (customer_id, told_at) WHERE told_at IS NOT NULL AND customer_id IS NOT NULL;
CREATE INDEX gesture_visit_told ON gesture (visit, told_at) WHERE told_at IS NOT NULL AND visit IS NOT NULL;
CREATE INDEX gesture_person_told ON gesture (person_id, told_at) WHERE told_at IS NOT NULL;
CREATE INDEX gesture_site_told ON gesture (site, told_at) WHERE told_at IS NOT NULL;

-- That a manager was told of many late entries of a person on a day: once.
CREATE TABLE late_entries_told (
  person_id    bigint NOT NULL REFERENCES person,
  day          date NOT NULL,
  PRIMARY KEY (person_id, day)
);

-- A month is closed by a steward and opened again by two. Each closing is a row of its own, for ever.
CREATE TABLE month_closing (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month            date NOT NULL CHECK (extract(day FROM month) = 1),
  closed_by        bigint NOT NULL REFERENCES person,
  closed_at        timestamptz NOT NULL,
  reopen_asked_by  bigint REFERENCES person,
  reopen_asked_at  timestamptz,
  reopened_by      bigint REFERENCES person,
  reopened_at      timestamptz,
  CHECK ((reopen_asked_by IS NULL) = (reopen_asked_at IS NULL)),
  CHECK ((reopened_by IS NULL) = (reopened_at IS NULL)),
  CONSTRAINT two_people_reopen CHECK (reopened_by IS NULL OR reopen_asked_by IS NOT NULL AND reopened_by <> reopen_asked_by)
);
CREATE UNIQUE INDEX month_closed_once ON month_closing (month) WHERE reopened_at IS NULL;

-- What has been said stays said.
CREATE FUNCTION month_closing_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.month, NEW.closed_by, NEW.closed_at) IS DISTINCT FROM (OLD.id, OLD.month, OLD.closed_by, OLD.closed_at)
     OR OLD.reopen_asked_by IS NOT NULL
        AND (NEW.reopen_asked_by, NEW.reopen_asked_at) IS DISTINCT FROM (OLD.reopen_asked_by, OLD.reopen_asked_at)
     OR OLD.reopened_by IS NOT NULL THEN
    RAISE EXCEPTION 'a closing of a month only goes on' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER month_closing_goes_on BEFORE UPDATE ON month_closing FOR EACH ROW EXECUTE FUNCTION month_closing_goes_on();
CREATE TRIGGER month_closing_kept BEFORE DELETE OR TRUNCATE ON month_closing
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The month that a budget's period belongs to is the one in which it ends. It ends at midnight where its owner is; half
-- a day earlier is the same day by the company's clock too.
CREATE FUNCTION month_of_period(ends_at timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT date_trunc('month', (ends_at - interval '12 hours') AT TIME ZONE c.zone)::date FROM company c
$$;

-- No figure of a closed month changes, whatever the code above does. Whoever closes a month takes the same lock alone, and
-- so waits for entries that are under way, and they for it. Entries of periods that go on ask nothing.
CREATE FUNCTION closed_months_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed date;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM entered e JOIN budget_period p ON p.id = e.period_id WHERE p.ends_at <= now()) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtext('month_closing'));
  SELECT m.month INTO closed
    FROM entered e
    JOIN budget_period p ON p.id = e.period_id
    JOIN month_closing m ON m.month = month_of_period(p.ends_at) AND m.reopened_at IS NULL
    LIMIT 1;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION '% is closed', to_char(closed, 'YYYY-MM') USING ERRCODE = 'LWMON';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER closed_months_stay AFTER INSERT ON budget_entry REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION closed_months_stay();
