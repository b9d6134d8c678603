-- What of each budget of a calendar month is spent, and held for requests under way. A row is made by the first request of the
-- month that the budget concerns, with what the ledger has for it by then. Limits are configuration and not here.
CREATE TABLE budget (
  -- such as 2026-11, in the company's time zone
  month_key      varchar NOT NULL,
  currency       varchar NOT NULL,
  -- user, capability, department, organisation or company
  scope          varchar NOT NULL,
  -- empty for the company
  name           varchar NOT NULL,
  spent_nanos    bigint NOT NULL,
  reserved_nanos bigint NOT NULL,
  -- the highest percentage that was told of: 0, 50, 80 or 100
  warned         integer NOT NULL,
  PRIMARY KEY (month_key, currency, scope, name)
);

-- What an attempt holds of budgets while it is open, and has spent of them when it is settled; no row if it concerns none.
CREATE TABLE budget_charge (
  call_id    uuid NOT NULL,
  attempt_no integer NOT NULL,
  month_key  varchar NOT NULL,
  currency   varchar NOT NULL,
  -- a line for each: scope, blank, name; in the order in which they are locked
  budgets    varchar NOT NULL,
  nanos      bigint NOT NULL,
  settled    boolean NOT NULL,
  PRIMARY KEY (call_id, attempt_no),
  CONSTRAINT budget_charge_attempt FOREIGN KEY (call_id, attempt_no)
    REFERENCES attempt (call_id, attempt_no) ON DELETE CASCADE
);

-- What a person has spent in a month, when the person's budget is opened.
CREATE INDEX attempt_asker ON attempt (asker, sent_at);
