-- Episodes of the gestures and happenings that are named, as they are now. PostgreSQL only.
-- Those that were gathered before and are none any more: reversed, or to be decided again.
WITH gone AS (
  DELETE FROM episode e USING gesture g
  WHERE g.id = ANY (:subjects) AND e.episode_id = g.id::text AND g.state NOT IN ('settled', 'refused', 'released', 'expired')
  RETURNING e.customer_id
)
INSERT INTO fact_due SELECT DISTINCT customer_id FROM gone ON CONFLICT DO NOTHING;

-- Gestures that came to their end, and those asked for that nobody gave.
WITH told AS (
  SELECT g.id, c.code AS customer, COALESCE(g.site, g.place) AS site,
         (g.judged_for AT TIME ZONE y.zone)::date - DATE '1970-01-01' AS day,
         CASE WHEN g.state = 'settled' THEN 'given' WHEN g.state = 'refused' THEN 'refused'
              WHEN g.state = 'expired' THEN 'expired' WHEN a.state = 'declined' THEN 'declined'
              WHEN a.state = 'withdrawn' THEN 'withdrawn' ELSE 'not-used' END AS why,
         CASE WHEN NOT g.done AND g.outcome IN ('ASK', 'STOP') THEN 1 ELSE 0 END AS asked, g.kind,
         CONCAT(COALESCE(g.tier, '-'), '/', COALESCE(g.price_level, '-')) AS segment,
         COALESCE(g.incident, 'none') AS incident,
         CASE WHEN g.damage_minor > 0 THEN
           CASE WHEN 2 * g.cost_minor < g.damage_minor THEN '0-50' WHEN g.cost_minor < g.damage_minor THEN '50-100'
                WHEN 2 * g.cost_minor <= 3 * g.damage_minor THEN '100-150' ELSE '150-' END END AS damage,
         g.cost_minor
  FROM gesture g CROSS JOIN company y JOIN customer c ON c.id = g.customer_id LEFT JOIN approval a ON a.id = g.id
  WHERE g.id = ANY (:subjects) AND g.state IN ('settled', 'refused', 'released', 'expired')
), kept AS (
  INSERT INTO episode (episode_id, customer_id, site_id, day, why, treated, asked, gesture_kind, wanted_kind, segment,
                       incident_type, balance_band, damage_band, cost, origin)
  SELECT id::text, customer, site, day, why, CASE WHEN why = 'given' THEN 1 ELSE 0 END, asked,
         CASE WHEN why = 'given' THEN kind END, kind, segment, incident, '-', CASE WHEN why = 'given' THEN damage END,
         CASE WHEN why = 'given' THEN cost_minor / power(10::double precision, {decimals}) ELSE 0 END, 'gesture'
  FROM told
  ON CONFLICT (episode_id) DO UPDATE SET why = excluded.why, treated = excluded.treated, asked = excluded.asked,
    gesture_kind = excluded.gesture_kind, damage_band = excluded.damage_band, cost = excluded.cost
  RETURNING customer_id
)
INSERT INTO fact_due SELECT DISTINCT customer_id FROM kept ON CONFLICT DO NOTHING;

INSERT INTO episode_clause
  SELECT b.gesture_id::text, b.clause FROM gesture_bend b WHERE b.gesture_id = ANY (:subjects)
  ON CONFLICT DO NOTHING;

-- Something happened, nothing given.
WITH kept AS (
  INSERT INTO episode (episode_id, customer_id, site_id, day, why, treated, asked, segment, incident_type, balance_band,
                       cost, origin)
  SELECT h.id::text, c.code, COALESCE(h.site, h.place), (h.happened_at AT TIME ZONE y.zone)::date - DATE '1970-01-01',
         'happened', 0, 0, CONCAT(COALESCE(h.tier, '-'), '/', COALESCE(h.price_level, '-')), h.incident, '-', 0, 'told'
  FROM happening h CROSS JOIN company y JOIN customer c ON c.id = h.customer_id
  WHERE h.id = ANY (:subjects)
  ON CONFLICT DO NOTHING
  RETURNING customer_id
)
INSERT INTO fact_due SELECT DISTINCT customer_id FROM kept ON CONFLICT DO NOTHING;
