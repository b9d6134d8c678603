-- What people have asked about records and were answered, for follow-ups and to be looked up by whoever asked. The only tables
-- with text of questions and answers; the sweeper empties them by assistant.conversation.retention.
CREATE TABLE conversation (
  -- random
  id           uuid NOT NULL,
  asker        varchar NOT NULL,
  organisation varchar NOT NULL,
  record_type  varchar NOT NULL,
  record_id    varchar NOT NULL,
  record_label varchar NOT NULL,
  updated_at   timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX conversation_asker ON conversation (asker, updated_at);

CREATE TABLE conversation_turn (
  call_id         uuid NOT NULL,
  conversation_id uuid NOT NULL,
  -- its place: when it was asked, or what it replaces was
  placed_at       timestamp(6) with time zone NOT NULL,
  asked_at        timestamp(6) with time zone NOT NULL,
  action_id       varchar NOT NULL,
  question        varchar NOT NULL,
  -- as the asker has read it
  shown           varchar NOT NULL,
  -- as the model said it, with tokens in the place of personal data; empty if it is never sent again
  answer          varchar NOT NULL,
  -- what the tokens stand for, as a JSON object; never sent
  originals       varchar NOT NULL,
  -- fingerprint of the record as its asker saw it
  record_view     varchar NOT NULL,
  -- what was told at the beginning and at the end, as JSON
  told            varchar NOT NULL,
  PRIMARY KEY (call_id),
  CONSTRAINT conversation_turn_of FOREIGN KEY (conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX conversation_turn_order ON conversation_turn (conversation_id, placed_at);
CREATE INDEX conversation_turn_age ON conversation_turn (asked_at);

-- How much of the input providers had in their caches, by month: what follow-ups gain. Sums are made anew from the rows that are still
-- there; what is sealed has none left, and its share is not known.
ALTER TABLE rollup_attempt ADD COLUMN input_tokens bigint DEFAULT 0 NOT NULL;
ALTER TABLE rollup_attempt ADD COLUMN cache_read_tokens bigint DEFAULT 0 NOT NULL;
DELETE FROM rollup_span WHERE NOT sealed;
