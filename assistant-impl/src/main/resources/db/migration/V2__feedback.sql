-- What the asker of an answer thinks of it, at most one row per answer: rating again replaces.
CREATE TABLE feedback (
  call_id  uuid NOT NULL,
  rating   varchar NOT NULL,
  -- in the asker's own words, or empty
  reason   varchar NOT NULL,
  rated_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (call_id),
  CONSTRAINT feedback_answer FOREIGN KEY (call_id) REFERENCES answer (call_id) ON DELETE CASCADE,
  CONSTRAINT feedback_rating CHECK (rating IN ('up', 'down'))
);
