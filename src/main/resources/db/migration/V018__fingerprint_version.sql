-- How the fingerprint of a request was computed. Gestures that are there already have the first way's.

ALTER TABLE gesture ADD COLUMN fingerprint_version smallint NOT NULL DEFAULT 1;
ALTER TABLE gesture ALTER COLUMN fingerprint_version DROP DEFAULT;
