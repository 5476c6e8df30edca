-- Who may decide, when they are there, who stands in for them, and who looks at what was done. All of the company
-- file's additions may be missing: then everything is as it was.

-- Organization ---------------------------------------------------------------------------------------------------

ALTER TABLE company
  ADD COLUMN four_eyes_above_minor bigint CHECK (four_eyes_above_minor >= 0), -- null: one yes is enough
  ADD COLUMN remind_after   text,                   -- ISO 8601, working time; null: as usual
  ADD COLUMN escalate_after text,
  ADD COLUMN sample         int CHECK (sample BETWEEN 0 AND 100);             -- per cent; null: none

ALTER TABLE org_unit
  ADD COLUMN hours  text,                           -- mon-fri 08:00-17:00, sat 10:00-14:00; null: those of the unit above
  ADD COLUMN sample int CHECK (sample BETWEEN 0 AND 100);                     -- null: that of the unit above

CREATE TABLE authority_category (
  at_unit     text NOT NULL REFERENCES authority,
  category    text NOT NULL,
  up_to_minor bigint NOT NULL CHECK (up_to_minor >= 0),
  PRIMARY KEY (at_unit, category)
);

-- When somebody was last seen at a desk or with a phone; written once a minute at most.
CREATE TABLE presence (
  person_id  bigint PRIMARY KEY REFERENCES person,
  seen_at    timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Absence --------------------------------------------------------------------------------------------------------

-- Half-open. Nothing is ever taken out: what a stand-in did then must stay explicable.
CREATE TABLE absence (
  id           uuid PRIMARY KEY,
  person_id    bigint NOT NULL REFERENCES person,
  from_at      timestamptz NOT NULL,
  until_at     timestamptz NOT NULL,
  stand_in_id  bigint REFERENCES person,            -- null: nobody yet
  source       text NOT NULL CHECK (source IN ('hand', 'calendar')),
  source_uid   text,                                -- of the calendar's event, and which of its occurrences
  made_by      bigint NOT NULL REFERENCES person,
  made_at      timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by bigint REFERENCES person,            -- null: it left the calendar
  CHECK (until_at > from_at),
  CHECK (stand_in_id <> person_id),
  CHECK ((source = 'calendar') = (source_uid IS NOT NULL)),
  UNIQUE (person_id, source_uid)
);
CREATE INDEX absence_person ON absence (person_id, until_at) WHERE withdrawn_at IS NULL;
CREATE INDEX absence_until ON absence (until_at) WHERE withdrawn_at IS NULL;
CREATE INDEX absence_stand_in ON absence (stand_in_id, until_at) WHERE withdrawn_at IS NULL;

-- A calendar that is read again and again. Whoever reads it moves due_at ahead first: that is the lease.
CREATE TABLE calendar_feed (
  person_id   bigint PRIMARY KEY REFERENCES person,
  url         text NOT NULL,                        -- often a secret in itself: never shown, never logged
  due_at      timestamptz NOT NULL,
  fetched_at  timestamptz,                          -- when it was last read well
  problem     text                                  -- a code; null: none
);
CREATE INDEX calendar_feed_due ON calendar_feed (due_at);

-- Done and to be looked at ---------------------------------------------------------------------------------------

CREATE TABLE look (
  gesture_id  uuid PRIMARY KEY REFERENCES gesture,
  why         text NOT NULL CHECK (why IN ('to-be-reviewed', 'against-never', 'sample')),
  drawn_at    timestamptz NOT NULL,
  seen_by_person_at timestamptz,                    -- whoever gave it sees a sampled one first
  state       text NOT NULL CHECK (state IN ('waiting', 'endorsed', 'talked', 'questioned')),
  by_person   bigint REFERENCES person,
  at          timestamptz,
  CHECK ((state = 'waiting') = (by_person IS NULL)),
  CHECK ((by_person IS NULL) = (at IS NULL))
);
CREATE INDEX look_waiting ON look (drawn_at, gesture_id) WHERE state IN ('waiting', 'talked');

-- Nobody looks at their own.
CREATE FUNCTION look_of_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.by_person = (SELECT person_id FROM gesture WHERE id = NEW.gesture_id) THEN
    RAISE EXCEPTION 'nobody looks at their own gesture' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER look_of_another BEFORE INSERT OR UPDATE OF by_person ON look
  FOR EACH ROW EXECUTE FUNCTION look_of_another();

-- What the two say to each other; nobody else ever reads it.
CREATE TABLE look_note (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gesture_id  uuid NOT NULL REFERENCES look,
  by_person   bigint NOT NULL REFERENCES person,
  at          timestamptz NOT NULL,
  text        text NOT NULL
);
CREATE INDEX look_note_gesture ON look_note (gesture_id, id);

-- A question that practice asks of a rule: which, and in whose words.
CREATE TABLE rule_question (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gesture_id  uuid NOT NULL REFERENCES look,
  clause      text REFERENCES clause,
  guardrail   text,
  text        text NOT NULL,
  by_person   bigint NOT NULL REFERENCES person,
  at          timestamptz NOT NULL,
  CHECK (num_nonnulls(clause, guardrail) = 1)
);
CREATE INDEX rule_question_gesture ON rule_question (gesture_id);
