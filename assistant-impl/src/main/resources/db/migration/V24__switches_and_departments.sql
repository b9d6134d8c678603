-- What an admin has switched off and on from the page, one row a change: who, when and why. The latest row of a switch is its state.
-- Rows are only ever added.
CREATE TABLE switch_change (
  change_no  bigint GENERATED ALWAYS AS IDENTITY,
  -- assistant, entity or capability
  kind       varchar NOT NULL,
  -- empty for the assistant
  name       varchar NOT NULL,
  is_off     boolean NOT NULL,
  changed_by varchar NOT NULL,
  changed_at timestamp(6) with time zone NOT NULL,
  reason     varchar NOT NULL,
  PRIMARY KEY (change_no)
);
CREATE INDEX switch_change_latest ON switch_change (kind, name, change_no);

-- The asker's department by the ERP's word, empty if it tells none; null in rows that are older than this.
ALTER TABLE attempt ADD COLUMN department varchar;
ALTER TABLE answer ADD COLUMN department varchar;

-- The search by person and by record, newest first.
CREATE INDEX answer_asker ON answer (asker, asked_at);
CREATE INDEX answer_record ON answer (record_type, record_id, asked_at);

-- Sums by department: the job that adds up makes all sums anew from the rows that are still there; what is sealed has none left.
DELETE FROM rollup_span WHERE NOT sealed;
