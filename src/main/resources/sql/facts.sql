-- One row per ripe episode, with or without a gesture.
-- Windows in days relative to the day d: history [d-457, d-187), before [d-187, d-97), baseline [d-97, d-7), a gap of 7,
-- outcome [d, d+{horizon}); the two windows before are 90 days whatever the outcome's, brought to its length.
-- Reads {episode} and {loyalty_event} (customer_id, day, amount), until {today}, which has not ended. Amounts are whole
-- numbers, {scale} to the unit: such sums come out the same in any order.
WITH w AS (
  SELECT e.episode_id,
         SUM(CASE WHEN v.day >= e.day       AND v.day < e.day + {horizon} THEN v.amount ELSE 0 END) AS y_post,
         SUM(CASE WHEN v.day >= e.day - 97  AND v.day < e.day - 7         THEN v.amount ELSE 0 END) AS y_base,
         SUM(CASE WHEN v.day >= e.day - 187 AND v.day < e.day - 97        THEN v.amount ELSE 0 END) AS y_pre2,
         SUM(CASE WHEN v.day >= e.day - 457 AND v.day < e.day - 187       THEN v.amount ELSE 0 END) AS y_hist,
         MAX(CASE WHEN 2 * (v.day - e.day) >= {horizon} AND v.day < e.day + {horizon} THEN 1 ELSE 0 END) AS active
  FROM {episode} e
  JOIN {loyalty_event} v ON v.customer_id = e.customer_id
  WHERE v.day >= e.day - 457 AND v.day < e.day + {horizon}
    AND e.day + {horizon} <= {today}
  GROUP BY e.episode_id
)
SELECT {horizon} AS horizon, e.episode_id, e.customer_id, e.site_id, e.day, e.treated, e.gesture_kind,
       e.segment, e.incident_type, e.balance_band, e.nth_band, e.damage_band, e.cost,
       COALESCE(w.y_post, 0) / {scale} AS y_post,
       COALESCE(w.y_base, 0) * {horizon} / 90 / {scale} AS y_base,
       COALESCE(w.y_pre2, 0) * {horizon} / 90 / {scale} AS y_pre2,
       COALESCE(w.y_hist, 0) / {scale} AS y_hist,
       COALESCE(w.active, 0) AS active, e.asked
FROM {episode} e LEFT JOIN w ON w.episode_id = e.episode_id
WHERE e.day + {horizon} <= {today}
