-- The unit that an entry of the record is about. It stands beside the chain, so that the chain stays as it was;
-- what the record itself says of a place is in the first entry of a gesture.

CREATE TABLE audit_entry_place (
  seq          bigint PRIMARY KEY,                  -- of the entry; no reference, since entries are never deleted
  place        text NOT NULL
);
INSERT INTO audit_entry_place (seq, place)
SELECT e.seq, g.place FROM audit_entry e
  JOIN (SELECT DISTINCT ON (subject) subject, after::jsonb ->> 'place' AS place FROM audit_entry
        WHERE what LIKE 'gesture.%' AND after LIKE '%"place"%' ORDER BY subject, seq) g ON g.subject = e.subject
  WHERE (e.what LIKE 'gesture.%' OR e.what LIKE 'approval.%') AND g.place IS NOT NULL;
CREATE TRIGGER audit_entry_place_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry_place
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
