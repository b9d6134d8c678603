-- Only SQL that H2 and PostgreSQL both know. Times are instants; money is in 10^-9 units of the currency beside it.

-- One row per request to a provider, written before the request leaves.
CREATE TABLE attempt (
  call_id                uuid NOT NULL,
  attempt_no             integer NOT NULL,
  sent_at                timestamp(6) with time zone NOT NULL,
  asker                  varchar NOT NULL,
  organisation           varchar NOT NULL,
  record_type            varchar NOT NULL,
  record_id              varchar NOT NULL,
  action_id              varchar NOT NULL,
  slot                   varchar NOT NULL,
  provider               varchar NOT NULL,
  requested_model        varchar NOT NULL,
  tier                   varchar NOT NULL,
  -- open, then settled; an open row whose lease has ended was orphaned by a crash
  state                  varchar NOT NULL,
  lease_until            timestamp(6) with time zone NOT NULL,
  -- the most the attempt can cost; null if its model has no known price
  reserved_nanos         bigint,
  reserved_input_tokens  bigint NOT NULL,
  reserved_output_tokens bigint NOT NULL,
  currency               varchar NOT NULL,
  -- ids of the price and exchange-rate rows that were applied; null if there is no known price
  price_row              varchar,
  rate_row               varchar,
  settled_at             timestamp(6) with time zone,
  response_model         varchar,
  outcome                varchar,
  http_status            integer,
  in_stream              boolean,
  input_tokens           bigint,
  cache_read_tokens      bigint,
  cache_write_5m_tokens  bigint,
  cache_write_1h_tokens  bigint,
  output_tokens          bigint,
  reasoning_tokens       bigint,
  usage_source           varchar,
  -- null while open, and if unpriced
  cost_nanos             bigint,
  first_content_millis   bigint,
  total_millis           bigint,
  provider_request_id    varchar,
  PRIMARY KEY (call_id, attempt_no)
);
-- the reports of a month, and the list of calls, newest first
CREATE INDEX attempt_sent_at ON attempt (sent_at);
-- the sweeper
CREATE INDEX attempt_state_lease ON attempt (state, lease_until);

-- One row per question, written when it arrives.
CREATE TABLE answer (
  call_id                uuid NOT NULL,
  asked_at               timestamp(6) with time zone NOT NULL,
  asker                  varchar NOT NULL,
  organisation           varchar NOT NULL,
  record_type            varchar NOT NULL,
  record_id              varchar NOT NULL,
  action_id              varchar NOT NULL,
  template               varchar NOT NULL,
  -- open, then settled; swept if nobody was left to settle it
  state                  varchar NOT NULL,
  lease_until            timestamp(6) with time zone NOT NULL,
  settled_at             timestamp(6) with time zone,
  outcome                varchar,
  source                 varchar,
  provider               varchar,
  model                  varchar,
  attempts               integer,
  unpriced_attempts      integer,
  currency               varchar,
  -- null while open, and if all attempts are unpriced
  cost_nanos             bigint,
  input_tokens           bigint,
  cache_read_tokens      bigint,
  cache_write_5m_tokens  bigint,
  cache_write_1h_tokens  bigint,
  output_tokens          bigint,
  reasoning_tokens       bigint,
  usage_source           varchar,
  first_millis           bigint,
  total_millis           bigint,
  PRIMARY KEY (call_id)
);
CREATE INDEX answer_asked_at ON answer (asked_at);
CREATE INDEX answer_state_lease ON answer (state, lease_until);
