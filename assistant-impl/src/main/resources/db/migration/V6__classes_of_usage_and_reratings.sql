-- What providers bill apart from what V1 knew; null in rows that were settled before.
ALTER TABLE attempt ADD COLUMN cache_write_other_tokens bigint;
ALTER TABLE attempt ADD COLUMN web_searches bigint;
-- The terms that the response named, in the provider's words; they change the price.
ALTER TABLE attempt ADD COLUMN service_tier varchar;
ALTER TABLE attempt ADD COLUMN inference_geo varchar;

ALTER TABLE answer ADD COLUMN cache_write_other_tokens bigint;
ALTER TABLE answer ADD COLUMN web_searches bigint;

ALTER TABLE settlement ADD COLUMN cache_write_other_tokens bigint;
ALTER TABLE settlement ADD COLUMN web_searches bigint;
ALTER TABLE settlement ADD COLUMN service_tier varchar;
ALTER TABLE settlement ADD COLUMN inference_geo varchar;
-- the rerating that a repricing is part of, else null
ALTER TABLE settlement ADD COLUMN rerating uuid;

-- Months that were priced again. What that changed is in settlement, as repricing.
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
