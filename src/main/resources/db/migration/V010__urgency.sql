-- However many wait: the most urgent are found in order, without reading and sorting the others.
CREATE INDEX approval_urgent ON approval ((waiting_minutes IS NULL), due_at, id)
  WHERE state IN ('waiting', 'questioned', 'countered');

-- How exceptions like this one were decided, beside each that is looked at: without reading all that ever were.
CREATE INDEX approval_like ON approval (place, kind, state);

-- Working hours let thousands be due in the same instant; the next to ring is found without sorting them.
DROP INDEX approval_timer_due;
CREATE INDEX approval_timer_due ON approval_timer (due_at, id);

-- What one gesture drew, of whatever type: the unique index holds only the types that happen once.
CREATE INDEX budget_entry_gesture ON budget_entry (gesture_id) WHERE gesture_id IS NOT NULL;
