-- What the estimating queries begin with: both lenses over the facts of one window that had ended by {until}, and who belongs to which group.
-- y measure (largest outcomes capped), u the same uncapped, p placebo, a still active, k cost.
WITH top AS (
  SELECT PERCENTILE_CONT(0.995) WITHIN GROUP (ORDER BY y_post) AS y
  FROM {fact} WHERE treated = 0 AND horizon = {horizon} AND day + {horizon} <= {until}
), ranked AS (
  SELECT f.*,
         FLOOR((RANK() OVER (ORDER BY y_hist) - 1) * 5e0 / COUNT(*) OVER ())  AS fifth,
         FLOOR((RANK() OVER (ORDER BY y_base) - 1) * 1e1 / COUNT(*) OVER ()) AS tenth
  FROM {fact} f WHERE horizon = {horizon} AND day + {horizon} <= {until}
), capped AS (
  SELECT r.*,
         CASE WHEN r.y_post > top.y THEN top.y ELSE r.y_post END AS c_post,
         CASE WHEN r.y_base > top.y THEN top.y ELSE r.y_base END AS c_base
  FROM ranked r CROSS JOIN top
), lens AS (
  SELECT 'past' AS lens,
         CONCAT(FLOOR(day / 90.0), '|', segment, '|', incident_type, '|', balance_band, '|', fifth) AS stratum,
         c_post - c_base AS y, y_post - y_base AS u, y_base - y_pre2 AS p, active AS a, cost AS k,
         y_hist, y_pre2, y_base, y_post, y_post - y_base AS dy,
         episode_id, customer_id, site_id, treated, gesture_kind, incident_type, nth_band, damage_band, balance_band
  FROM capped
  UNION ALL
  SELECT 'seen' AS lens,
         CONCAT(segment, '|', incident_type, '|', balance_band, '|', tenth) AS stratum,
         c_post AS y, y_post AS u, y_base - y_pre2 AS p, active AS a, cost AS k,
         y_hist, y_pre2, y_base, y_post, y_post - y_base AS dy,
         episode_id, customer_id, site_id, treated, gesture_kind, incident_type, nth_band, damage_band, balance_band
  FROM capped
), member AS (
  SELECT l.*, 'all:' AS grp FROM lens l WHERE treated = 1
  UNION ALL
  SELECT l.*, CONCAT('kind:', gesture_kind) AS grp FROM lens l WHERE treated = 1
  UNION ALL
  SELECT l.*, CONCAT('site:', site_id) AS grp FROM lens l WHERE treated = 1
  UNION ALL
  SELECT l.*, CONCAT('nth:', nth_band) AS grp FROM lens l WHERE treated = 1 AND nth_band IS NOT NULL
  UNION ALL
  SELECT l.*, CONCAT('damage:', damage_band) AS grp FROM lens l WHERE treated = 1 AND damage_band IS NOT NULL
  UNION ALL
  SELECT l.*, CONCAT('capital:', balance_band) AS grp FROM lens l WHERE treated = 1
  UNION ALL
  SELECT l.*, CONCAT('clause:', b.clause_id) AS grp
  FROM lens l JOIN episode_clause b ON b.episode_id = l.episode_id WHERE l.treated = 1
  UNION ALL
  SELECT l.*, CONCAT('kind-site:', gesture_kind, '@', site_id) AS grp FROM lens l WHERE treated = 1
)
