-- Cases that admins have stored. Several texts in one column are lines: none of them can hold a line break.
CREATE TABLE evaluation_case (
  id          uuid NOT NULL,
  created_at  timestamp(6) with time zone NOT NULL,
  created_by  varchar NOT NULL,
  name        varchar NOT NULL,
  language    varchar NOT NULL,
  question    varchar NOT NULL,
  record_type varchar NOT NULL,
  record_id   varchar NOT NULL,
  as_user     varchar NOT NULL,
  as_roles    varchar NOT NULL,
  -- a line for each: field or value, blank, the id or text
  expected    varchar NOT NULL,
  forbidden   varchar NOT NULL,
  refusal     boolean NOT NULL,
  -- the rated answer that it was made from, which the ledger may have removed since; and what the ledger knew of it
  call_id     uuid,
  basis       varchar,
  PRIMARY KEY (id)
);

CREATE TABLE evaluation_run (
  id          uuid NOT NULL,
  started_at  timestamp(6) with time zone NOT NULL,
  started_by  varchar NOT NULL,
  -- running until it has ended
  state       varchar NOT NULL,
  -- the latest sign of life: a run whose server has ended stays running
  seen_at     timestamp(6) with time zone NOT NULL,
  ended_at    timestamp(6) with time zone,
  currency    varchar NOT NULL,
  -- null if nobody is asked
  limit_nanos bigint,
  -- a line for each
  variants    varchar NOT NULL,
  labels      varchar NOT NULL,
  PRIMARY KEY (id)
);

-- One row per question of a run from its start on, with the answer once it is there: a run is its own recording.
CREATE TABLE evaluation_result (
  run_id          uuid NOT NULL,
  position        integer NOT NULL,
  case_id         varchar NOT NULL,
  name            varchar NOT NULL,
  language        varchar NOT NULL,
  variant         integer NOT NULL,
  status          varchar NOT NULL,
  facts_right     varchar NOT NULL,
  facts_missing   varchar NOT NULL,
  forbidden_found varchar NOT NULL,
  refusal         boolean NOT NULL,
  refused         boolean NOT NULL,
  figures         integer NOT NULL,
  unmatched       varchar NOT NULL,
  answered_in     varchar,
  input_tokens    bigint NOT NULL,
  output_tokens   bigint NOT NULL,
  -- null if nobody knows
  cost_nanos      bigint,
  -- what counts towards the limit: the cost, or the upper bound where it is not known
  charged_nanos   bigint NOT NULL,
  first_millis    bigint,
  total_millis    bigint NOT NULL,
  model           varchar NOT NULL,
  template        varchar NOT NULL,
  problem         varchar NOT NULL,
  answer          varchar NOT NULL,
  -- the values that were sent, a line for each: id, blank, value; and the ids that the answer cites
  sent            varchar NOT NULL,
  cited           varchar NOT NULL,
  PRIMARY KEY (run_id, position),
  CONSTRAINT evaluation_result_run FOREIGN KEY (run_id) REFERENCES evaluation_run (id) ON DELETE CASCADE
);
