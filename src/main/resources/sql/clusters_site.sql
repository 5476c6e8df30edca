-- Few clusters, each in many strata: what each pulls is added up group by group. Follows clusters.sql.
, others AS (
  SELECT m.lens, m.grp, x.cl, SUM(m.pull * x.off) AS pull
  FROM control x JOIN m ON m.lens = x.lens AND m.stratum = x.stratum GROUP BY m.lens, m.grp, x.cl
), summed AS (
  SELECT COALESCE(a.lens, b.lens) AS lens, COALESCE(a.grp, b.grp) AS grp, a.cl AS own_cl, b.cl AS other_cl,
         COALESCE(a.effect, 0) + COALESCE(b.pull, 0) AS effect, COALESCE(a.net, 0) + COALESCE(b.pull, 0) AS net,
         COALESCE(a.ratio, 0) + COALESCE(b.pull, 0) AS ratio
  FROM own a FULL OUTER JOIN others b ON b.lens = a.lens AND b.grp = a.grp AND b.cl = a.cl
), squared AS (
  SELECT lens, grp, COUNT(*) AS clusters, COUNT(own_cl) AS got, COUNT(other_cl) AS other,
         SUM(effect * effect) AS effect, SUM(net * net) AS net, SUM(ratio * ratio) AS ratio
  FROM summed GROUP BY lens, grp
)
SELECT q.lens, q.grp, x.clusters, x.got, x.other,
       SQRT(x.effect) / q.n AS effect, SQRT(x.net) / q.n AS net, CASE WHEN q.k > 0 THEN SQRT(x.ratio) / (q.n * q.k) END AS ratio
FROM squared x JOIN q ON q.lens = x.lens AND q.grp = x.grp
ORDER BY q.lens, q.grp
