-- The errors of estimate.sql with the episodes of one {cluster} taken as one, and how many there are. Follows lens.sql.
-- Not for kind-site: a handful each, shown only drawn towards the others.
, c AS (
  SELECT lens, stratum, COUNT(*) AS n0, AVG(y) AS y0
  FROM lens WHERE treated = 0 GROUP BY lens, stratum HAVING COUNT(*) >= {least}
), t AS (
  SELECT lens, grp, stratum, COUNT(*) AS n1, AVG(y) AS y1, AVG(k) AS k1
  FROM member WHERE grp NOT LIKE 'kind-site:%' GROUP BY lens, grp, stratum
), m AS (
  SELECT t.lens, t.grp, t.stratum, t.n1, t.y1, t.k1, c.n0, c.y0
  FROM t JOIN c ON c.lens = t.lens AND c.stratum = t.stratum
), s AS (
  SELECT lens, grp, SUM(n1) AS n, SUM(n1 * (y1 - y0)) / SUM(n1) AS y, SUM(n1 * k1) / SUM(n1) AS k
  FROM m GROUP BY lens, grp
), q AS (
  SELECT s.*, CASE WHEN k > 0 THEN y / k END AS yr FROM s
), psi AS (
  SELECT m.lens, m.grp, e.{cluster}_id AS cl, 1 AS got, 0 AS other,
         e.y - m.y0 - q.y AS on_effect, e.y - m.y0 - e.k - q.y + q.k AS on_net, e.y - m.y0 - q.yr * e.k AS on_ratio
  FROM member e
  JOIN m ON m.lens = e.lens AND m.grp = e.grp AND m.stratum = e.stratum
  JOIN q ON q.lens = m.lens AND q.grp = m.grp
  UNION ALL
  SELECT m.lens, m.grp, l.{cluster}_id AS cl, 0 AS got, 1 AS other,
         - m.n1 * (l.y - m.y0) / SQRT(m.n0) / SQRT(m.n0 - 1) AS on_effect,
         - m.n1 * (l.y - m.y0) / SQRT(m.n0) / SQRT(m.n0 - 1) AS on_net,
         - m.n1 * (l.y - m.y0) / SQRT(m.n0) / SQRT(m.n0 - 1) AS on_ratio
  FROM lens l JOIN m ON m.lens = l.lens AND m.stratum = l.stratum
  WHERE l.treated = 0
), summed AS (
  SELECT lens, grp, cl, MAX(got) AS got, MAX(other) AS other,
         SUM(on_effect) AS on_effect, SUM(on_net) AS on_net, SUM(on_ratio) AS on_ratio
  FROM psi GROUP BY lens, grp, cl
), squared AS (
  SELECT lens, grp, COUNT(*) AS clusters, SUM(got) AS got, SUM(other) AS other,
         SUM(on_effect * on_effect) AS effect, SUM(on_net * on_net) AS net, SUM(on_ratio * on_ratio) AS ratio
  FROM summed GROUP BY lens, grp
)
SELECT q.lens, q.grp, x.clusters, x.got, x.other,
       SQRT(x.effect) / q.n AS effect, SQRT(x.net) / q.n AS net, CASE WHEN q.k > 0 THEN SQRT(x.ratio) / (q.n * q.k) END AS ratio
FROM squared x JOIN q ON q.lens = x.lens AND q.grp = x.grp
ORDER BY q.lens, q.grp
