-- The runs of the servers on this database. A run that has been silent for a while is dead, and what it left open is settled.
CREATE TABLE server_run (
  run        uuid NOT NULL,
  -- where it runs: a server that starts anew at the same place has no living predecessor
  place      varchar NOT NULL,
  started_at timestamp(6) with time zone NOT NULL,
  -- by the database's clock, which all servers share
  beat_at    timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (run)
);
CREATE INDEX server_run_place ON server_run (place);
ALTER TABLE attempt ADD COLUMN run uuid;
ALTER TABLE answer ADD COLUMN run uuid;

-- What an answer from the cache would have cost; null if it is none, or if that is not known.
ALTER TABLE answer ADD COLUMN saved_nanos bigint;

-- How the cost of an attempt came to be: one entry a settlement, correction or new pricing. Entries are only ever added, until
-- retention removes them with their attempt.
CREATE TABLE settlement (
  call_id               uuid NOT NULL,
  attempt_no            integer NOT NULL,
  entry_no              integer NOT NULL,
  entered_at            timestamp(6) with time zone NOT NULL,
  -- end, crash, correction, or repricing
  reason                varchar NOT NULL,
  outcome               varchar NOT NULL,
  input_tokens          bigint NOT NULL,
  cache_read_tokens     bigint NOT NULL,
  cache_write_5m_tokens bigint NOT NULL,
  cache_write_1h_tokens bigint NOT NULL,
  output_tokens         bigint NOT NULL,
  reasoning_tokens      bigint NOT NULL,
  usage_source          varchar NOT NULL,
  currency              varchar NOT NULL,
  -- null before the first entry, and where unpriced
  cost_before           bigint,
  cost_after            bigint,
  price_row             varchar,
  rate_row              varchar,
  PRIMARY KEY (call_id, attempt_no, entry_no)
);
