-- What gestures did, like for like, through both lenses and for every group, in one statement. Follows lens.sql.
-- Formulas: docs/payoff.md.
, c AS (
  SELECT lens, stratum, COUNT(*) AS n0,
         AVG(y) AS y0, VAR_SAMP(y) AS vy0, AVG(u) AS u0, VAR_SAMP(u) AS vu0,
         AVG(p) AS p0, VAR_SAMP(p) AS vp0, AVG(a) AS a0, VAR_SAMP(a) AS va0,
         AVG(y_hist) AS h0, AVG(y_pre2) AS e0, AVG(y_base) AS b0
  FROM lens WHERE treated = 0 GROUP BY lens, stratum HAVING COUNT(*) >= {least}
), others AS (
  SELECT lens, AVG(y_post) AS level, AVG(dy) AS change FROM lens WHERE treated = 0 GROUP BY lens
), t AS (
  SELECT lens, grp, stratum, COUNT(*) AS n1,
         AVG(y) AS y1, COALESCE(VAR_SAMP(y), 0) AS vy1, AVG(u) AS u1, COALESCE(VAR_SAMP(u), 0) AS vu1,
         AVG(p) AS p1, COALESCE(VAR_SAMP(p), 0) AS vp1, AVG(a) AS a1, COALESCE(VAR_SAMP(a), 0) AS va1,
         AVG(k) AS k1, COALESCE(VAR_SAMP(k), 0) AS vk1,
         COALESCE(COVAR_SAMP(y, k), 0) AS yk1, COALESCE(COVAR_SAMP(u, k), 0) AS uk1,
         AVG(y_hist) AS h1, COALESCE(VAR_SAMP(y_hist), 0) AS vh1,
         AVG(y_pre2) AS e1, COALESCE(VAR_SAMP(y_pre2), 0) AS ve1,
         AVG(y_base) AS b1, COALESCE(VAR_SAMP(y_base), 0) AS vb1
  FROM member GROUP BY lens, grp, stratum
), known AS (
  SELECT DISTINCT incident_type FROM lens WHERE treated = 0
), naive AS (
  SELECT lens, grp, COUNT(*) AS n_all, AVG(y_post) AS level, AVG(dy) AS own_past,
         MAX(CASE WHEN e.incident_type <> 'none' THEN 1 ELSE 0 END) AS troubled,
         MAX(CASE WHEN e.incident_type <> 'none' AND i.incident_type IS NOT NULL THEN 1 ELSE 0 END) AS met
  FROM member e LEFT JOIN known i ON i.incident_type = e.incident_type GROUP BY lens, grp
), m AS (
  SELECT t.*, c.n0, c.y0, c.vy0, c.u0, c.vu0, c.p0, c.vp0, c.a0, c.va0, c.h0, c.e0, c.b0
  FROM t JOIN c ON c.lens = t.lens AND c.stratum = t.stratum
), s AS (
  SELECT lens, grp, SUM(n1) AS n, COUNT(*) AS strata, SUM(n0) AS controls, MAX(n1) AS heaviest,
         SUM(n1 * (n1 / SQRT(n0) / SQRT(n0))) AS pull,
         SUM(n1 * (y1 - y0)) / SUM(n1) AS y, SUM(n1 * (u1 - u0)) / SUM(n1) AS u,
         SUM(n1 * (p1 - p0)) / SUM(n1) AS p, SUM(n1 * (a1 - a0)) / SUM(n1) AS a, SUM(n1 * a1) / SUM(n1) AS a_got,
         SUM(n1 * k1) / SUM(n1) AS k,
         SUM(n1 * (h1 - h0)) / SUM(n1) AS h, SUM(n1 * h1) / SUM(n1) AS hbar,
         SUM(n1 * (e1 - e0)) / SUM(n1) AS e, SUM(n1 * e1) / SUM(n1) AS ebar,
         SUM(n1 * (b1 - b0)) / SUM(n1) AS b, SUM(n1 * b1) / SUM(n1) AS bbar
  FROM m GROUP BY lens, grp
), q AS (
  SELECT s.*, CASE WHEN k > 0 THEN y / k END AS yr, CASE WHEN k > 0 THEN u / k END AS ur FROM s
), v AS (
  SELECT m.lens, m.grp,
         SUM((m.n1 - 1) * m.vy1 + m.n1 * (m.y1 - m.y0 - q.y) * (m.y1 - m.y0 - q.y) + m.n1 * m.n1 * m.vy0 / m.n0) AS q_y,
         SUM((m.n1 - 1) * (m.vy1 - 2 * m.yk1 + m.vk1) + m.n1 * (m.y1 - m.y0 - m.k1 - q.y + q.k) * (m.y1 - m.y0 - m.k1 - q.y + q.k)
             + m.n1 * m.n1 * m.vy0 / m.n0) AS q_ynet,
         SUM((m.n1 - 1) * (m.vy1 - 2 * q.yr * m.yk1 + q.yr * q.yr * m.vk1)
             + m.n1 * (m.y1 - m.y0 - q.yr * m.k1) * (m.y1 - m.y0 - q.yr * m.k1)
             + m.n1 * m.n1 * m.vy0 / m.n0) AS q_yr,
         SUM((m.n1 - 1) * m.vu1 + m.n1 * (m.u1 - m.u0 - q.u) * (m.u1 - m.u0 - q.u) + m.n1 * m.n1 * m.vu0 / m.n0) AS q_u,
         SUM((m.n1 - 1) * (m.vu1 - 2 * m.uk1 + m.vk1) + m.n1 * (m.u1 - m.u0 - m.k1 - q.u + q.k) * (m.u1 - m.u0 - m.k1 - q.u + q.k)
             + m.n1 * m.n1 * m.vu0 / m.n0) AS q_unet,
         SUM((m.n1 - 1) * (m.vu1 - 2 * q.ur * m.uk1 + q.ur * q.ur * m.vk1)
             + m.n1 * (m.u1 - m.u0 - q.ur * m.k1) * (m.u1 - m.u0 - q.ur * m.k1)
             + m.n1 * m.n1 * m.vu0 / m.n0) AS q_ur,
         SUM((m.n1 - 1) * m.vp1 + m.n1 * (m.p1 - m.p0 - q.p) * (m.p1 - m.p0 - q.p) + m.n1 * m.n1 * m.vp0 / m.n0) AS q_p,
         SUM((m.n1 - 1) * m.va1 + m.n1 * (m.a1 - m.a0 - q.a) * (m.a1 - m.a0 - q.a) + m.n1 * m.n1 * m.va0 / m.n0) AS q_a,
         SUM((m.n1 - 1) * m.vh1 + m.n1 * (m.h1 - q.hbar) * (m.h1 - q.hbar)) AS q_h,
         SUM((m.n1 - 1) * m.ve1 + m.n1 * (m.e1 - q.ebar) * (m.e1 - q.ebar)) AS q_e,
         SUM((m.n1 - 1) * m.vb1 + m.n1 * (m.b1 - q.bbar) * (m.b1 - q.bbar)) AS q_b
  FROM m JOIN q ON q.lens = m.lens AND q.grp = m.grp GROUP BY m.lens, m.grp
)
SELECT z.lens, z.grp, z.n_all, z.level - o.level AS naive_level, z.own_past - o.change AS naive_change, z.own_past, z.troubled, z.met,
       q.n, q.strata, q.controls, q.heaviest / SQRT(q.n) / SQRT(q.n) AS heaviest, q.n / q.pull * q.n AS ess, q.k,
       q.y, SQRT(v.q_y) / q.n AS y_se, q.y - q.k AS y_net, SQRT(v.q_ynet) / q.n AS y_net_se,
       q.yr, SQRT(v.q_yr) / (q.n * q.k) AS yr_se,
       q.u, SQRT(v.q_u) / q.n AS u_se, q.u - q.k AS u_net, SQRT(v.q_unet) / q.n AS u_net_se,
       q.ur, SQRT(v.q_ur) / (q.n * q.k) AS ur_se,
       q.p, SQRT(v.q_p) / q.n AS p_se, q.a, SQRT(v.q_a) / q.n AS a_se, q.a_got,
       CASE WHEN v.q_h > 0 AND q.n > 1 THEN q.h / SQRT(v.q_h / (q.n - 1)) END AS smd_history,
       CASE WHEN v.q_e > 0 AND q.n > 1 THEN q.e / SQRT(v.q_e / (q.n - 1)) END AS smd_before,
       CASE WHEN v.q_b > 0 AND q.n > 1 THEN q.b / SQRT(v.q_b / (q.n - 1)) END AS smd_baseline
FROM naive z
JOIN others o ON o.lens = z.lens
LEFT JOIN q ON q.lens = z.lens AND q.grp = z.grp
LEFT JOIN v ON v.lens = z.lens AND v.grp = z.grp
ORDER BY z.lens, z.grp
