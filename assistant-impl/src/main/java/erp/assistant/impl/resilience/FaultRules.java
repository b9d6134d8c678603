package erp.assistant.impl.resilience;

import erp.assistant.chat.ProviderFault;
import java.time.Duration;

/** What a fault means for the next step: one row a kind. */
final class FaultRules {

    /** A provider that asks to wait longer than this is left alone; the backup is asked at once. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** An asker who waited this long for a first word and left says something about the provider. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    private FaultRules() {}

    /** @param waited how long the attempt took */
    static AttemptFailed classify(ProviderFault fault, Duration waited) {
        return switch (fault.kind()) {
            case CANCELLED ->
                !fault.contentShown() && waited.compareTo(SILENCE) >= 0
                        ? new AttemptFailed(fault)
                        : new AttemptFailed.NotTheProvidersFault(fault);
            case INVALID_REQUEST, TOO_LARGE -> new AttemptFailed.NotTheProvidersFault(fault);
            case CONNECT, TRUNCATED, MALFORMED, SERVER_ERROR, OVERLOADED, RATE_LIMITED ->
                fault.contentShown() || asksForTooMuchPatience(fault)
                        ? new AttemptFailed(fault)
                        : new AttemptFailed.Passing(fault);
            // Waiting again would cost the asker a whole time budget; a wrong key or an empty account does not pass.
            case FIRST_CONTENT_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT, QUOTA, AUTHENTICATION, NOT_FOUND ->
                new AttemptFailed(fault);
        };
    }

    private static boolean asksForTooMuchPatience(ProviderFault fault) {
        Duration wait = fault.retryAfter();
        return wait != null && wait.compareTo(LONGEST_WAIT) > 0;
    }
}
