-- What providers bill apart from what V1 knew; null in rows that were settled before.
ALTER TABLE attempt ADD COLUMN cache_write_other_tokens bigint;
ALTER TABLE attempt ADD COLUMN web_searches bigint;
-- The terms that the response named, in the provider's words; they change the price.
ALTER TABLE attempt ADD COLUMN service_tier varchar;
ALTER TABLE attempt ADD COLUMN inference_geo varchar;

ALTER TABLE answer ADD COLUMN cache_write_other_tokens bigint;
ALTER TABLE answer ADD COLUMN web_searches bigint;

-- Months that were priced again, and what that changed: entries are only ever added.
CREATE TABLE rerating (
  rerating  uuid NOT NULL,
  -- such as 2026-11
  month_key varchar NOT NULL,
  asked_by  varchar NOT NULL,
  -- the price files' fingerprint
  prices    varchar NOT NULL,
  begun_at  timestamp(6) with time zone NOT NULL,
  -- null until it has come to its end
  ended_at  timestamp(6) with time zone,
  changed   bigint,
  PRIMARY KEY (rerating)
);
CREATE TABLE rerated_attempt (
  rerating         uuid NOT NULL,
  call_id          uuid NOT NULL,
  attempt_no       integer NOT NULL,
  currency         varchar NOT NULL,
  -- null where unpriced
  cost_before      bigint,
  price_row_before varchar,
  rate_row_before  varchar,
  cost_after       bigint,
  price_row_after  varchar,
  rate_row_after   varchar,
  PRIMARY KEY (call_id, attempt_no, rerating),
  CONSTRAINT rerated_attempt_attempt FOREIGN KEY (call_id, attempt_no)
    REFERENCES attempt (call_id, attempt_no) ON DELETE CASCADE
);
