package erp.assistant.impl.ledger;

import java.time.Instant;

/** An attempt whose row is in the ledger and waits to be settled. */
record OpenAttempt(AttemptId id, Instant sentAt, String provider, String requestedModel) {}
