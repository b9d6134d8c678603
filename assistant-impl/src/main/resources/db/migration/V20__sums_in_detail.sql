-- The monthly report needs sums by day, organisation, model and record type together. The job that adds up makes all sums anew,
-- those in detail among them, from the rows that are still there; what is sealed has none left and stays as it is.
DELETE FROM rollup_span WHERE NOT sealed;
