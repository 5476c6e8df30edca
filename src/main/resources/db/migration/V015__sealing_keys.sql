-- What a shared tablet keeps until it can be sent is sealed for the server, with a key pair per person. A tablet is
-- given the public half only. The private half lies here in clear: whoever reads this table reads the gestures
-- themselves beside it. To delete the row is to make unreadable whatever was sealed for the person and not yet sent.

CREATE TABLE sealing_key (
  person_id   bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  public_key  bytea NOT NULL,                       -- SPKI, P-256
  private_key bytea NOT NULL,                       -- PKCS#8
  made_at     timestamptz NOT NULL DEFAULT now()
);

-- person.tablet_key is given out no more but for what tablets sealed with it before; nobody gets a new one.

ALTER TABLE company ADD COLUMN tablet_offline_for text; -- ISO 8601, how long a tablet's page stays open without network; null: as usual
