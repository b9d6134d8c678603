-- What prompts held: names of fields and columns, never values. Most prompts of a record type hold the same, so that a list is stored
-- once and named by many answers. It goes when the last answer that names it has gone.
CREATE TABLE prompt_fields (
  -- of its content
  id      uuid NOT NULL,
  -- a line for each: id, tab, label, tab, and whether a token stood for personal data
  fields  varchar NOT NULL,
  -- the latest day on which a prompt held this, never earlier
  used_on date NOT NULL,
  PRIMARY KEY (id)
);

-- The same to be searched.
CREATE TABLE prompt_field (
  list_id uuid NOT NULL,
  field   varchar NOT NULL,
  -- without rows, keys and the prefix of a look-up
  name    varchar NOT NULL,
  PRIMARY KEY (list_id, field),
  CONSTRAINT prompt_field_of FOREIGN KEY (list_id) REFERENCES prompt_fields (id) ON DELETE CASCADE
);
CREATE INDEX prompt_field_name ON prompt_field (name);
CREATE INDEX prompt_field_field ON prompt_field (field);

-- Null in rows that are older than this: not known.
ALTER TABLE answer ADD COLUMN prompt_fields uuid;
-- Which rows had which columns: a line for each kind of row.
ALTER TABLE answer ADD COLUMN prompt_rows varchar;
-- Where the provider worked as the configuration said when it was asked.
ALTER TABLE attempt ADD COLUMN region varchar;

-- Sums by model, provider, record type, organisation and department together, so that filters can be combined. How many combinations a span
-- has: null if it was added up before there were any, and if there are more than are kept it has none. The job that adds up makes
-- those sums anew, the latest first, from the rows that are still there; what is sealed has none left.
ALTER TABLE rollup_span ADD COLUMN combinations integer;
