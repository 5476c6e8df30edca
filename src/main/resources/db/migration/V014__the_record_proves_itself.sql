-- The record proves itself to somebody outside: heads are signed with a key that the database never sees, and what a
-- gesture says is sealed in its entry of the record.

-- Public halves of the keys that heads were signed with. Whether one is ours says the key file alone.
CREATE TABLE record_key (
  id            text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'), -- SHA-256 of the public key (SubjectPublicKeyInfo)
  public_part   bytea NOT NULL,
  first_used_at timestamptz NOT NULL
);
CREATE TABLE signed_head (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company       text NOT NULL,
  seq           bigint NOT NULL CHECK (seq >= 0),
  hash          bytea NOT NULL CHECK (length(hash) = 32),
  at            timestamptz NOT NULL,
  key_id        text NOT NULL REFERENCES record_key,
  signature     bytea NOT NULL CHECK (length(signature) = 64)
);
CREATE TRIGGER record_key_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON record_key
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER signed_head_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON signed_head
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What makes the seal of a gesture's customer and texts impossible to guess. With it, and with them, goes the only way
-- to tell what was sealed; the record stays as it is. Null: written before gestures were sealed.
ALTER TABLE gesture ADD COLUMN salt bytea CHECK (length(salt) = 16);

-- Names at rest ---------------------------------------------------------------------------------------------------

-- Kept answers hold people by their ids, and are told with the names of now. In verdicts: who could approve.
CREATE FUNCTION by_id(candidate jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE WHEN p.id IS NULL THEN candidate ELSE
    candidate - 'user' - 'name' - 'standsInFor' || jsonb_build_object('person', p.id)
    || coalesce((SELECT jsonb_build_object('standsInFor', a.id) FROM person a WHERE a.name = candidate ->> 'standsInFor'
                 ORDER BY a.id LIMIT 1), '{}') END
  FROM (SELECT 1) one LEFT JOIN person p ON p.user_name = candidate ->> 'user'
$$;
CREATE FUNCTION all_by_id(verdict jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT verdict
    || jsonb_build_object('couldApprove', (SELECT coalesce(jsonb_agg(by_id(c.value) ORDER BY c.ordinality), '[]')
         FROM jsonb_array_elements(verdict -> 'couldApprove') WITH ORDINALITY c))
    || CASE WHEN verdict ? 'approval' THEN jsonb_build_object('approval', (verdict -> 'approval')
         || jsonb_build_object('couldApprove', (SELECT coalesce(jsonb_agg(by_id(c.value) ORDER BY c.ordinality), '[]')
              FROM jsonb_array_elements(verdict -> 'approval' -> 'couldApprove') WITH ORDINALITY c))
         || jsonb_build_object('to', (SELECT coalesce(jsonb_agg(p.id ORDER BY t.ordinality), '[]')
              FROM jsonb_array_elements_text(verdict -> 'approval' -> 'to') WITH ORDINALITY t
              JOIN person p ON p.user_name = t.value)))
       ELSE '{}' END
$$;
UPDATE gesture SET verdict = all_by_id(verdict::jsonb)::text WHERE verdict LIKE '%"user":%' OR verdict LIKE '%"to":%';
UPDATE gesture SET verdict_anew = all_by_id(verdict_anew::jsonb)::text
  WHERE verdict_anew LIKE '%"user":%' OR verdict_anew LIKE '%"to":%';
DROP FUNCTION all_by_id(jsonb);
DROP FUNCTION by_id(jsonb);

-- In the answers to repetitions: a mark with the id, as NamesInAnswers writes and reads it.
CREATE FUNCTION hidden(body json, of_person text) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  said json;
  about text;
BEGIN
  IF json_typeof(body) = 'array' THEN
    SELECT coalesce(json_agg(hidden(i.value, of_person) ORDER BY i.ordinality), '[]') INTO said
      FROM json_array_elements(body) WITH ORDINALITY i;
    RETURN said;
  ELSIF json_typeof(body) <> 'object' THEN
    RETURN body;
  END IF;
  about := CASE WHEN body ->> 'section' = 'people' THEN body ->> 'entry' ELSE of_person END;
  SELECT coalesce(json_object_agg(m.key, CASE
      WHEN json_typeof(m.value) <> 'string' THEN hidden(m.value, about)
      WHEN m.key = 'customerName' THEN coalesce((SELECT to_json(chr(57344) || 'c' || c.id) FROM customer c
        WHERE c.code = body ->> 'customer'), m.value)
      WHEN m.key IN ('name', 'by', 'endedBy', 'inPlaceOf', 'standsInFor') THEN coalesce((SELECT
          to_json(chr(57344) || 'p' || p.id) FROM person p WHERE p.name = m.value #>> '{}'
          ORDER BY (p.user_name = body ->> 'user') DESC NULLS LAST, p.id LIMIT 1), m.value)
      WHEN m.key IN ('before', 'after') AND body ->> 'key' = 'name' THEN coalesce((SELECT
          to_json(chr(57344) || 'p' || p.id) FROM person p WHERE p.user_name = about), m.value)
      ELSE m.value END ORDER BY m.ordinality), '{}') INTO said
    FROM json_each(body) WITH ORDINALITY m;
  RETURN said;
END $$;
UPDATE idempotent_answer SET body = hidden(body::json, NULL)::text;
DROP FUNCTION hidden(json, text);
