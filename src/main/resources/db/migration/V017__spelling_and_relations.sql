-- What is counted by has one key, however it is spelled; what was typed is kept beside it and shown.
-- The keys of what is there already are made by V017.1, since only Java knows how.
ALTER TABLE gesture ADD COLUMN visit_key text;      -- null: no visit was named
ALTER TABLE customer ADD COLUMN code_key text;

-- Who takes back what they declared decides nothing for another day: nobody can declare, take back and approve.
ALTER TABLE relation ADD COLUMN until_at timestamptz; -- null: it holds
CREATE VIEW relation_in_force AS SELECT person_id, customer_id FROM relation WHERE until_at IS NULL OR until_at > now();

CREATE OR REPLACE FUNCTION nobody_decides_for_their_own_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM relation_in_force r WHERE r.customer_id = NEW.customer_id
             AND r.person_id IN (NEW.decided_by, NEW.decided_for, NEW.first_yes_by, NEW.first_yes_for,
                                 NEW.offered_by, NEW.offered_for)) THEN
    RAISE EXCEPTION 'somebody with a relation to the customer never decides' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- It ends by itself: nobody takes it away sooner.
CREATE FUNCTION relation_ends_in_its_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.until_at < now() + interval '1 day' AND NEW.until_at IS DISTINCT FROM OLD.until_at THEN
    RAISE EXCEPTION 'a relation holds for a day after it was taken back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER relation_ends_in_its_time BEFORE UPDATE ON relation
  FOR EACH ROW EXECUTE FUNCTION relation_ends_in_its_time();
CREATE TRIGGER relation_kept BEFORE DELETE OR TRUNCATE ON relation
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
