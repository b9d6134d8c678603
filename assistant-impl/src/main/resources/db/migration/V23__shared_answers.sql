-- Answers that servers on one database share while assistant.cache.shared is on. Nobody reads one without the finished prompt that it
-- answers: it is encrypted with a key that is derived from the prompt and is stored nowhere.
CREATE TABLE cached_answer (
  -- a hash of the prompt and of all else that the answer depends on
  cache_key varchar(64) NOT NULL,
  -- the answer that is repeated
  call_id   uuid NOT NULL,
  provider  varchar NOT NULL,
  model     varchar NOT NULL,
  -- nonce and AES-GCM, in Base64
  sealed    varchar NOT NULL,
  stored_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (cache_key)
);
CREATE INDEX cached_answer_age ON cached_answer (stored_at);
