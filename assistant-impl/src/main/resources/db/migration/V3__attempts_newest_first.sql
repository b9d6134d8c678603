-- The list of calls, newest first, and the readiness probe, which reads its head; reports of a month use it as well.
CREATE INDEX attempt_newest_first ON attempt (sent_at DESC, call_id, attempt_no DESC);
DROP INDEX attempt_sent_at;
