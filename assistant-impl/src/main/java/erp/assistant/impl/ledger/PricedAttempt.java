package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * What the cost of an attempt is made of.
 *
 * @param model that the response names, or that was asked for if it names none
 * @param reservedInput the input tokens that were reserved for it
 * @param cost in 10<sup>-9</sup> of the currency's unit; empty if unpriced
 * @param settled if not, it is still under way and has no cost yet
 */
record PricedAttempt(
        AttemptId id,
        Instant sentAt,
        String provider,
        String model,
        TokenUsage usage,
        long reservedInput,
        long reservedOutput,
        Currency currency,
        Optional<Long> cost,
        boolean settled) {}
