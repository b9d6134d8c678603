package erp.assistant.impl.ledger;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ModelTier;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.ledger.PromptFieldTable.Held;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of an attempt before it is sent.
 *
 * @param leaseUntil when it must have been settled; after that it counts as orphaned by a crash
 * @param reserved the most it can cost; empty if the model has no known price
 * @param inputEstimate input tokens, never fewer than the provider will count
 * @param region where the provider works as the configuration says; empty if that is not known
 * @param run the server's run that sends it
 * @param names of what it holds
 */
record Attempt(
        Attribution attribution,
        Instant sentAt,
        Instant leaseUntil,
        Slot slot,
        String provider,
        String region,
        String requestedModel,
        ModelTier tier,
        long inputEstimate,
        long maxOutput,
        Currency currency,
        Optional<Priced> reserved,
        UUID run,
        Held names) {}
