-- Sums over spans of time, so that no report adds up the rows of a month. Spans follow each other without a gap: parts of a day
-- while it lasts, then one for the whole day.
CREATE TABLE rollup_span (
  from_at  timestamp(6) with time zone NOT NULL,
  to_at    timestamp(6) with time zone NOT NULL,
  -- of the company's time zone when the span was closed, such as 2026-11-30
  day_key  varchar NOT NULL,
  whole    boolean NOT NULL,
  -- rows of a sealed span may have been removed: it is not added up again
  sealed   boolean NOT NULL,
  PRIMARY KEY (from_at)
);
CREATE INDEX rollup_span_day ON rollup_span (day_key);
CREATE INDEX rollup_span_to ON rollup_span (to_at);

-- Dimension '' is the whole, with the empty slice; costs in 10^-9 units of the currency.
CREATE TABLE rollup_attempt (
  from_at    timestamp(6) with time zone NOT NULL,
  dimension  varchar NOT NULL,
  slice      varchar NOT NULL,
  outcome    varchar NOT NULL,
  in_stream  boolean NOT NULL,
  currency   varchar NOT NULL,
  attempts   bigint NOT NULL,
  priced     bigint NOT NULL,
  cost_nanos bigint NOT NULL,
  PRIMARY KEY (from_at, dimension, slice, outcome, in_stream, currency),
  CONSTRAINT rollup_attempt_span FOREIGN KEY (from_at) REFERENCES rollup_span (from_at) ON DELETE CASCADE
);
CREATE TABLE rollup_answer (
  from_at     timestamp(6) with time zone NOT NULL,
  dimension   varchar NOT NULL,
  slice       varchar NOT NULL,
  outcome     varchar NOT NULL,
  currency    varchar NOT NULL,
  answers     bigint NOT NULL,
  cache_hits  bigint NOT NULL,
  saved_nanos bigint NOT NULL,
  PRIMARY KEY (from_at, dimension, slice, outcome, currency),
  CONSTRAINT rollup_answer_span FOREIGN KEY (from_at) REFERENCES rollup_span (from_at) ON DELETE CASCADE
);
CREATE TABLE rollup_latency (
  from_at   timestamp(6) with time zone NOT NULL,
  dimension varchar NOT NULL,
  slice     varchar NOT NULL,
  -- first or full
  phase     varchar NOT NULL,
  -- bucket:count pairs of a histogram that can be merged
  sketch    varchar NOT NULL,
  PRIMARY KEY (from_at, dimension, slice, phase),
  CONSTRAINT rollup_latency_span FOREIGN KEY (from_at) REFERENCES rollup_span (from_at) ON DELETE CASCADE
);

-- A row in a span that may be closed was settled: the span is added up again.
CREATE TABLE rollup_late (
  mark     uuid NOT NULL,
  row_at   timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (mark)
);

-- One row: whoever adds up holds its lock. The version grows with each change, so that a reader sees whether one came between.
CREATE TABLE rollup_lock (
  id      integer NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (id)
);
INSERT INTO rollup_lock (id, version) VALUES (1, 0);
