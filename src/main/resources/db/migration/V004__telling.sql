-- What must be told: to people word by word, written in the transaction of what it tells of; to machines from the
-- record, which is gapless and in the order of the commits, so that nothing more is written for them.

-- People ---------------------------------------------------------------------------------------------------------

-- One entry per person and occasion; this is what they see in the app. Facts are ids, codes and figures, never names.
CREATE TABLE word (
  seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id           uuid NOT NULL UNIQUE,
  person_id    bigint NOT NULL REFERENCES person,
  what         text NOT NULL,                       -- approval.asked: its texts stand in the messages
  subject      text NOT NULL,                       -- the id of what it is about
  facts        text NOT NULL,                       -- JSON
  urgent       boolean NOT NULL,
  at           timestamptz NOT NULL,
  read_at      timestamptz
);
CREATE INDEX word_unread ON word (person_id, seq) WHERE read_at IS NULL;
CREATE INDEX word_person ON word (person_id, seq);

-- How somebody wants to be told; no row: as everybody is until they choose.
CREATE TABLE telling_choice (
  person_id    bigint PRIMARY KEY REFERENCES person,
  push         boolean NOT NULL DEFAULT true,       -- to the devices that agreed
  mail_to      text,                                -- null: no mail
  quiet_from   time,                                -- in the zone of their place
  quiet_until  time,
  urgent_always boolean NOT NULL DEFAULT false,     -- whether a customer who waits breaks the quiet
  digest_at    time DEFAULT '16:00',                -- null: no digest
  digest_until timestamptz,                         -- up to when they have been told
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
  CHECK (quiet_from <> quiet_until)
);

-- A browser that agreed to be told.
CREATE TABLE push_subscription (
  id           uuid PRIMARY KEY,                    -- made of the address: the same browser is one
  person_id    bigint NOT NULL REFERENCES person,
  endpoint     text NOT NULL UNIQUE,
  public_key   bytea NOT NULL CHECK (length(public_key) = 65),
  auth         bytea NOT NULL CHECK (length(auth) = 16),
  page         text NOT NULL CHECK (page IN ('desk', 'tap')),
  made_at      timestamptz NOT NULL
);
CREATE INDEX push_subscription_person ON push_subscription (person_id, made_at);

-- A word on its way out of the app. Whoever takes one moves not_before ahead: that is the lease, and what a killed
-- server had taken comes back by itself.
CREATE TABLE sending (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  word_id      uuid NOT NULL REFERENCES word (id) ON DELETE CASCADE,
  channel      text NOT NULL CHECK (channel IN ('push', 'mail')),
  push_id      uuid REFERENCES push_subscription ON DELETE CASCADE,
  not_before   timestamptz NOT NULL,
  attempts     int NOT NULL DEFAULT 0,
  sent_at      timestamptz,
  dead_at      timestamptz,
  problem      text,
  CHECK ((channel = 'push') = (push_id IS NOT NULL)),
  CHECK (sent_at IS NULL OR dead_at IS NULL)
);
CREATE INDEX sending_due ON sending (channel, not_before) WHERE sent_at IS NULL AND dead_at IS NULL;
CREATE INDEX sending_dead ON sending (id) WHERE dead_at IS NOT NULL;
CREATE INDEX sending_word ON sending (word_id);
CREATE INDEX sending_push ON sending (push_id) WHERE push_id IS NOT NULL;

-- Keys that the installation made for itself on first start.
CREATE TABLE installation_key (
  name         text PRIMARY KEY,
  public_part  bytea NOT NULL,
  secret_part  bytea NOT NULL
);

-- Machines -------------------------------------------------------------------------------------------------------

CREATE TABLE webhook (
  id           uuid PRIMARY KEY,
  url          text NOT NULL,
  events       text[] NOT NULL CHECK (cardinality(events) > 0),   -- gesture.*, approval.declined ...
  secret       bytea NOT NULL,                      -- signs what is sent, so it must be readable
  state        text NOT NULL CHECK (state IN ('active', 'gone')),
  made_by      bigint NOT NULL REFERENCES person,
  made_at      timestamptz NOT NULL,
  after_seq    bigint NOT NULL,                     -- up to where the record has been looked through
  failures     int NOT NULL DEFAULT 0,              -- in a row
  resting_until timestamptz
);

CREATE TABLE webhook_delivery (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),        -- the same at every attempt
  webhook_id   uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
  number       bigint GENERATED ALWAYS AS IDENTITY,
  seq          bigint,                              -- the entry of the record; null: a test
  event        text NOT NULL,
  state        text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
  made_at      timestamptz NOT NULL,
  not_before   timestamptz NOT NULL,
  attempts     int NOT NULL DEFAULT 0,
  ended_at     timestamptz,
  status       int,                                 -- of the last answer
  problem      text,
  UNIQUE (webhook_id, seq)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, not_before) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_list ON webhook_delivery (webhook_id, number);
