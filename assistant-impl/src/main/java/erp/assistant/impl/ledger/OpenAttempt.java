package erp.assistant.impl.ledger;

import erp.assistant.chat.ModelTier;
import java.time.Instant;
import java.util.Currency;

/**
 * An attempt whose row is in the ledger and waits to be settled.
 *
 * @param tier that it is sent to, which may be a cheaper one than was asked for
 * @param currency of its row, and so of its cost, whatever the company's is when it is settled
 * @param held of budgets
 */
record OpenAttempt(
        AttemptId id,
        Instant sentAt,
        String provider,
        String requestedModel,
        ModelTier tier,
        Currency currency,
        Charge held) {}
