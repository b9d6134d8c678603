package erp.assistant.report;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One provider attempt as the ledger has it.
 *
 * @param state {@code open} from before the request leaves until it is settled, then {@code settled}
 * @param outcome {@code end}, {@code length}, {@code refusal}, or the kind of fault in lower case with dashes; empty while open
 * @param cost empty while open, and if the model has no known price
 */
public record LedgerRow(
        String call,
        int attempt,
        Instant sentAt,
        String user,
        String organisation,
        String recordType,
        String recordId,
        String action,
        String slot,
        String provider,
        String requestedModel,
        String responseModel,
        String state,
        String outcome,
        int httpStatus,
        TokenUsage usage,
        Optional<Cost> reserved,
        Optional<Cost> cost,
        String priceRow,
        OptionalLong firstContentMillis,
        OptionalLong totalMillis,
        String providerRequestId) {}
