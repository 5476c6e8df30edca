-- What became of each episode: one row per ripe episode and window. Filled by loyalty, read by payoff alone.
-- Double columns and days as whole numbers on purpose: the same text reads them on PostgreSQL and on Spark SQL.
CREATE TABLE episode_fact (
    horizon       integer          NOT NULL CHECK (horizon > 0),
    episode_id    text             NOT NULL,
    customer_id   text             NOT NULL,
    site_id       text             NOT NULL,
    -- since 1970-01-01, where it happened
    day           integer          NOT NULL,
    treated       integer          NOT NULL CHECK (treated IN (0, 1)),
    gesture_kind  text,
    segment       text             NOT NULL,
    -- 'none': the customer had no problem
    incident_type text             NOT NULL,
    balance_band  text             NOT NULL,
    -- the how-manyeth gesture within twelve months, and cost relative to damage; null where not known
    nth_band      text,
    damage_band   text,
    cost          double precision NOT NULL CHECK (cost >= 0),
    -- contribution in the windows: after the day, just before it, before that, and the 270 days before that
    y_post        double precision NOT NULL,
    y_base        double precision NOT NULL,
    y_pre2        double precision NOT NULL,
    y_hist        double precision NOT NULL,
    -- 1 when still there in the last half of the window after the day
    active        double precision NOT NULL CHECK (active IN (0, 1)),
    PRIMARY KEY (horizon, episode_id),
    CHECK ((treated = 1) = (gesture_kind IS NOT NULL)),
    CHECK (treated = 1 OR cost = 0),
    -- Neither NaN nor an infinity may enter an average.
    CHECK (y_post - y_post = 0 AND y_base - y_base = 0 AND y_pre2 - y_pre2 = 0 AND y_hist - y_hist = 0
           AND cost - cost = 0)
);
CREATE INDEX episode_fact_customer ON episode_fact (customer_id);

-- The clauses that a gesture bent.
CREATE TABLE episode_clause (
    episode_id text NOT NULL,
    clause_id  text NOT NULL,
    PRIMARY KEY (episode_id, clause_id)
);
