package erp.assistant.impl.metrics;

import erp.assistant.chat.ProviderFault;
import erp.assistant.report.AnswerRow;
import erp.assistant.report.LedgerRow;
import java.util.Optional;

/** The classes of provider failures that are counted apart; an alert on HTTP 5xx alone would miss most of them. */
enum ErrorClass {
    SERVER("5xx"),
    OVERLOADED("overloaded"),
    IN_STREAM("in_stream"),
    TIMEOUT("timeout"),
    TRUNCATED("truncated"),
    RATE_LIMITED("rate_limited"),
    OTHER("other");

    private final String label;

    ErrorClass(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The class of a settled attempt; empty if it did not fail, a cancellation included. */
    static Optional<ErrorClass> of(LedgerRow row) {
        return switch (row.outcome()) {
            case "", "end", "length", "refusal", "lookup", "stopped", "cancelled" -> Optional.empty();
            case "first-content-timeout", "idle-timeout", "total-timeout", "timeout" -> Optional.of(TIMEOUT);
            case "truncated" -> Optional.of(TRUNCATED);
            case "connect", "malformed", "crash", "internal" -> Optional.of(OTHER);
            // The rest is told by the provider: a failure with status 200 was told inside a stream.
            default -> Optional.of(row.httpStatus() == 200 ? IN_STREAM : told(row.outcome()));
        };
    }

    /**
     * The class of an answer that its asker did not get in whole; empty if he did, or stopped it.
     *
     * @param last the failure of the provider that was asked last, if one was the cause
     */
    static Optional<ErrorClass> of(AnswerRow row, Optional<ProviderFault> last) {
        return switch (row.outcome()) {
            case "truncated" -> Optional.of(TRUNCATED);
            case "timeout" -> Optional.of(TIMEOUT);
            case "failed" -> Optional.of(last.map(ErrorClass::of).orElse(OTHER));
            default -> Optional.empty();
        };
    }

    private static ErrorClass of(ProviderFault fault) {
        return switch (fault.kind()) {
            case FIRST_CONTENT_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT -> TIMEOUT;
            case TRUNCATED -> TRUNCATED;
            case CONNECT, MALFORMED -> OTHER;
            default -> fault.inStream() ? IN_STREAM : told(Labels.word(fault.kind()));
        };
    }

    private static ErrorClass told(String outcome) {
        return switch (outcome) {
            case "server-error" -> SERVER;
            case "overloaded" -> OVERLOADED;
            case "rate-limited" -> RATE_LIMITED;
            default -> OTHER;
        };
    }
}
