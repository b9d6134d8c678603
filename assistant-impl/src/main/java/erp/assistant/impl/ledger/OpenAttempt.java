package erp.assistant.impl.ledger;

import java.time.Instant;
import java.util.Currency;

/**
 * An attempt whose row is in the ledger and waits to be settled.
 *
 * @param currency of its row, and so of its cost, whatever the company's is when it is settled
 */
record OpenAttempt(AttemptId id, Instant sentAt, String provider, String requestedModel, Currency currency) {}
