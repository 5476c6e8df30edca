-- What one shift leaves for the next, and how long it may be.
CREATE TABLE handover_note (
  id uuid PRIMARY KEY,
  place text NOT NULL REFERENCES org_unit (code),
  person_id bigint NOT NULL REFERENCES person (id),
  at timestamptz NOT NULL,
  text text NOT NULL
);
CREATE INDEX handover_note_place ON handover_note (place, at);

CREATE TABLE handover_rule (
  longest int NOT NULL CHECK (longest > 0)
);
CREATE UNIQUE INDEX handover_rule_once ON handover_rule ((true));
