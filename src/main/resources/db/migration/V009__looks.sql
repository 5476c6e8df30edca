-- Few gestures are to be reviewed; those are found without reading the others.
CREATE INDEX gesture_review ON gesture (id) WHERE review IS NOT NULL;
