-- Exceptions and who decides them. An exception has the id of its gesture; its row is only changed by whoever holds
-- the lock of that gesture's row.

CREATE TABLE approval (
  id              uuid PRIMARY KEY REFERENCES gesture,
  state           text NOT NULL CHECK (state IN ('waiting', 'questioned', 'countered', 'approved', 'declined',
                                                 'withdrawn', 'expired', 'fallen-back')),
  place           text NOT NULL REFERENCES org_unit,
  site            text REFERENCES org_unit,
  kind            text NOT NULL REFERENCES kind,
  category        text NOT NULL,
  requester_id    bigint NOT NULL REFERENCES person,
  customer_id     bigint REFERENCES customer,
  asked_minor     bigint NOT NULL CHECK (asked_minor >= 0),
  asked_at        timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,             -- when the clock of its step runs out
  waiting_minutes int CHECK (waiting_minutes IN (2, 5, 10)), -- a customer waits; null: by working hours
  fallback_minor  bigint CHECK (fallback_minor > 0 AND fallback_minor < asked_minor), -- granted if nobody answers
  rest_of         uuid UNIQUE REFERENCES approval,  -- the exception that fell back and left this rest, at most one
  step            int NOT NULL DEFAULT 0,           -- how far up the tree it has been brought
  clock           int NOT NULL DEFAULT 0,           -- each setting of the clock; timers of another setting are void
  overdue         boolean NOT NULL DEFAULT false,   -- the last step's clock has run out; it is never granted by itself
  leadership      boolean NOT NULL DEFAULT false,   -- nobody else may decide it
  approvals_needed int NOT NULL DEFAULT 1 CHECK (approvals_needed IN (1, 2)),
  first_yes_by    bigint REFERENCES person,
  first_yes_for   bigint REFERENCES person,
  first_yes_at    timestamptz,
  assigned_to     bigint REFERENCES person,
  questioned_by   bigint REFERENCES person,
  paused_since    timestamptz,                      -- the clock stands while it lies with the requester
  rounds          int NOT NULL DEFAULT 0,
  reminded_at     timestamptz,
  offered_minor   bigint CHECK (offered_minor > 0),
  offered_kind    text REFERENCES kind,
  offered_by      bigint REFERENCES person,
  offered_for     bigint REFERENCES person,
  offered_at      timestamptz,
  replaced_by     uuid REFERENCES gesture,          -- the gesture of another kind that was granted instead
  granted_minor   bigint CHECK (granted_minor >= 0),
  decided_by      bigint REFERENCES person,
  decided_for     bigint REFERENCES person,         -- in whose place a stand-in decided
  decided_at      timestamptz,
  reason_code     text,
  version         int NOT NULL DEFAULT 1,
  -- Whatever the code above says: nobody decides their own, nor in the requester's place, and four eyes are two people's.
  CONSTRAINT nobody_decides_their_own CHECK (decided_by <> requester_id AND decided_for <> requester_id
    AND first_yes_by <> requester_id AND first_yes_for <> requester_id
    AND offered_by <> requester_id AND offered_for <> requester_id),
  CONSTRAINT four_eyes CHECK (approvals_needed = 1 OR state <> 'approved'
    OR (first_yes_by IS NOT NULL AND decided_by IS NOT NULL AND first_yes_by <> decided_by
        AND coalesce(first_yes_for, first_yes_by) <> coalesce(decided_for, decided_by)
        AND first_yes_by <> coalesce(decided_for, decided_by) AND coalesce(first_yes_for, first_yes_by) <> decided_by)),
  CONSTRAINT a_yes_is_somebodys CHECK (state <> 'approved' OR decided_by IS NOT NULL)
);
CREATE INDEX approval_open ON approval (place, due_at, id) WHERE state IN ('waiting', 'questioned', 'countered');
CREATE INDEX approval_requester ON approval (requester_id, asked_at);
CREATE INDEX approval_customer ON approval (customer_id, asked_at) WHERE customer_id IS NOT NULL;

-- Each transition once; the one way back is a yes that is undone before anything was spent.
CREATE FUNCTION approval_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state OR OLD.state IN ('waiting', 'questioned', 'countered')
     OR OLD.state = 'approved' AND NEW.state = 'waiting' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an approval never goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER approval_moves_forward BEFORE UPDATE OF state ON approval
  FOR EACH ROW EXECUTE FUNCTION approval_moves_forward();

-- What somebody has to do with a customer, declared by themselves.
CREATE TABLE relation (
  person_id   bigint NOT NULL REFERENCES person,
  customer_id bigint NOT NULL REFERENCES customer,
  at          timestamptz NOT NULL,
  PRIMARY KEY (person_id, customer_id)
);
CREATE INDEX relation_customer ON relation (customer_id);

CREATE FUNCTION nobody_decides_for_their_own_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM relation r WHERE r.customer_id = NEW.customer_id
             AND r.person_id IN (NEW.decided_by, NEW.decided_for, NEW.first_yes_by, NEW.first_yes_for,
                                 NEW.offered_by, NEW.offered_for)) THEN
    RAISE EXCEPTION 'somebody with a relation to the customer never decides' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER nobody_decides_for_their_own_people_new BEFORE INSERT ON approval
  FOR EACH ROW WHEN (NEW.decided_by IS NOT NULL OR NEW.first_yes_by IS NOT NULL OR NEW.offered_by IS NOT NULL)
  EXECUTE FUNCTION nobody_decides_for_their_own_people();
CREATE TRIGGER nobody_decides_for_their_own_people BEFORE UPDATE OF decided_by, decided_for, first_yes_by,
  first_yes_for, offered_by, offered_for ON approval
  FOR EACH ROW WHEN (NEW.decided_by IS DISTINCT FROM OLD.decided_by OR NEW.decided_for IS DISTINCT FROM OLD.decided_for
    OR NEW.first_yes_by IS DISTINCT FROM OLD.first_yes_by OR NEW.first_yes_for IS DISTINCT FROM OLD.first_yes_for
    OR NEW.offered_by IS DISTINCT FROM OLD.offered_by OR NEW.offered_for IS DISTINCT FROM OLD.offered_for)
  EXECUTE FUNCTION nobody_decides_for_their_own_people();

-- What was said and done about it. Free text lives here, never in the record.
CREATE TABLE approval_event (
  seq           bigint GENERATED ALWAYS AS IDENTITY (CACHE 50) PRIMARY KEY,
  approval_id   uuid NOT NULL REFERENCES approval,
  at            timestamptz NOT NULL,
  person_id     bigint REFERENCES person,           -- null: by itself
  for_person_id bigint REFERENCES person,
  verb          text NOT NULL,
  state         text NOT NULL,                      -- the one it led to
  amount_minor  bigint,
  comment       text
);
CREATE INDEX approval_event_of ON approval_event (approval_id, at, seq);
CREATE TRIGGER approval_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON approval_event
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What happens by itself. Whoever has taken the row does the work and deletes it in the same transaction: its lock is
-- the lease, which goes back by itself when a server dies.
CREATE TABLE approval_timer (
  id          bigint GENERATED ALWAYS AS IDENTITY (CACHE 50) PRIMARY KEY,
  approval_id uuid NOT NULL REFERENCES approval,
  clock       int NOT NULL,
  what        text NOT NULL CHECK (what IN ('fallback', 'reminder', 'escalation')),
  due_at      timestamptz NOT NULL
);
CREATE INDEX approval_timer_due ON approval_timer (due_at);
CREATE INDEX approval_timer_of ON approval_timer (approval_id);

-- A yes may be undone while nothing has been spent: the one way back of a gesture.
CREATE OR REPLACE FUNCTION gesture_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state
     OR OLD.state = 'awaiting-approval' AND NEW.state IN ('held', 'settled', 'released', 'expired')
     OR OLD.state = 'held' AND NEW.state IN ('settled', 'released', 'expired')
     OR OLD.state = 'held' AND NEW.state = 'awaiting-approval' AND OLD.outcome = 'ASK'
     OR OLD.state = 'settled' AND NEW.state = 'reversed' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a gesture never goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
END $$;
