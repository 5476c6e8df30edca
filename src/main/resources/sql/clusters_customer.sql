-- Many clusters, each in few strata: for every group the squares of all that they pull, (own + others)^2, are
-- others^2, of which sums over pairs of strata are enough, and own^2 + 2 own others, for those who got something.
-- Follows clusters.sql. Of the others each counts by the part of their episodes that is compared with the group.
, pair AS (
  SELECT a.lens, a.stratum AS one, b.stratum AS two, SUM(a.off * b.off) AS off
  FROM control a JOIN control b ON b.lens = a.lens AND b.cl = a.cl GROUP BY a.lens, a.stratum, b.stratum
), far AS (
  SELECT a.lens, a.grp, SUM(a.pull * b.pull * p.off) AS pull
  FROM pair p
  JOIN m a ON a.lens = p.lens AND a.stratum = p.one
  JOIN m b ON b.lens = p.lens AND b.stratum = p.two AND b.grp = a.grp
  GROUP BY a.lens, a.grp
), near AS (
  SELECT o.lens, o.grp, o.cl, SUM(m.pull * x.off) AS pull
  FROM own o
  JOIN control x ON x.lens = o.lens AND x.cl = o.cl
  JOIN m ON m.lens = o.lens AND m.grp = o.grp AND m.stratum = x.stratum
  GROUP BY o.lens, o.grp, o.cl
), mixed AS (
  SELECT o.lens, o.grp, COUNT(*) AS got,
         SUM(o.effect * (o.effect + 2 * COALESCE(n.pull, 0))) AS effect, SUM(o.net * (o.net + 2 * COALESCE(n.pull, 0))) AS net,
         SUM(o.ratio * (o.ratio + 2 * COALESCE(n.pull, 0))) AS ratio
  FROM own o LEFT JOIN near n ON n.lens = o.lens AND n.grp = o.grp AND n.cl = o.cl
  GROUP BY o.lens, o.grp
), whole AS (
  SELECT lens, cl, SUM(n) AS n FROM control GROUP BY lens, cl
), part AS (
  SELECT x.lens, x.stratum, SUM(x.n / SQRT(w.n) / SQRT(w.n)) AS n
  FROM control x JOIN whole w ON w.lens = x.lens AND w.cl = x.cl GROUP BY x.lens, x.stratum
), others AS (
  SELECT m.lens, m.grp, CAST(FLOOR(SUM(p.n) + 1e-6) AS bigint) AS n
  FROM m JOIN part p ON p.lens = m.lens AND p.stratum = m.stratum GROUP BY m.lens, m.grp
)
SELECT q.lens, q.grp, x.got + o.n AS clusters, x.got, o.n AS other,
       SQRT(x.effect + f.pull) / q.n AS effect, SQRT(x.net + f.pull) / q.n AS net,
       CASE WHEN q.k > 0 THEN SQRT(x.ratio + f.pull) / (q.n * q.k) END AS ratio
FROM mixed x
JOIN q ON q.lens = x.lens AND q.grp = x.grp
JOIN far f ON f.lens = x.lens AND f.grp = x.grp
JOIN others o ON o.lens = x.lens AND o.grp = x.grp
ORDER BY q.lens, q.grp
