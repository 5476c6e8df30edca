-- The errors of estimate.sql with the episodes of one {cluster} taken as one. Follows lens.sql, goes on in
-- clusters_customer.sql or clusters_site.sql. Not for kind-site: a handful each, shown only drawn towards the others.
, c AS (
  SELECT lens, stratum, COUNT(*) AS n0, AVG(y) AS y0
  FROM lens WHERE treated = 0 GROUP BY lens, stratum HAVING COUNT(*) >= {least}
), t AS (
  SELECT lens, grp, stratum, COUNT(*) AS n1, AVG(y) AS y1, AVG(k) AS k1
  FROM member WHERE grp NOT LIKE 'kind-site:%' GROUP BY lens, grp, stratum
), m AS (
  SELECT t.lens, t.grp, t.stratum, t.n1, t.y1, t.k1, c.y0, - t.n1 / SQRT(c.n0) / SQRT(c.n0 - 1) AS pull
  FROM t JOIN c ON c.lens = t.lens AND c.stratum = t.stratum
), s AS (
  SELECT lens, grp, SUM(n1) AS n, SUM(n1 * (y1 - y0)) / SUM(n1) AS y, SUM(n1 * k1) / SUM(n1) AS k
  FROM m GROUP BY lens, grp
), q AS (
  SELECT s.*, CASE WHEN k > 0 THEN y / k END AS yr FROM s
), own AS ( -- what those of a cluster that got something pull at their group's figures
  SELECT e.lens, e.grp, e.{cluster}_id AS cl,
         SUM(e.y - m.y0 - q.y) AS effect, SUM(e.y - m.y0 - e.k - q.y + q.k) AS net, SUM(e.y - m.y0 - q.yr * e.k) AS ratio
  FROM member e
  JOIN m ON m.lens = e.lens AND m.grp = e.grp AND m.stratum = e.stratum
  JOIN q ON q.lens = m.lens AND q.grp = m.grp
  GROUP BY e.lens, e.grp, e.{cluster}_id
), control AS ( -- by how much those of a cluster that got nothing are off their stratum
  SELECT l.lens, l.stratum, l.{cluster}_id AS cl, COUNT(*) AS n, SUM(l.y - c.y0) AS off
  FROM lens l JOIN c ON c.lens = l.lens AND c.stratum = l.stratum
  WHERE l.treated = 0 GROUP BY l.lens, l.stratum, l.{cluster}_id
)
