package erp.assistant.impl.resilience;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.fault.FaultTable;
import erp.assistant.impl.fault.Rule;
import erp.assistant.impl.fault.Step;
import java.time.Duration;

/** What the table of failures means for one attempt. */
final class FaultRules {

    /** An asker who waited this long for a first word and left says something about the provider. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    private FaultRules() {}

    /** @param longestWait a provider that asks to wait longer than this is left alone */
    static AttemptFailed classify(ProviderFault fault, Duration longestWait) {
        Duration wait = fault.retryAfter();
        boolean passes = rule(fault).has(Step.RETRY)
                && !fault.contentShown()
                && (wait == null || wait.compareTo(longestWait) <= 0);
        return passes ? new AttemptFailed.Passing(fault) : new AttemptFailed(fault);
    }

    /**
     * Tells the breaker what an attempt says about its provider's health.
     *
     * @param took how long the attempt took, with whatever this side needed before the request left
     */
    static void tell(Breaker.Permit permit, ProviderFault fault, Duration took) {
        Duration told = fault.waited();
        Duration waited = told == null ? took : told;
        boolean left = fault.kind() == Kind.CANCELLED;
        boolean longSilence = left && fault.sent() && !fault.contentShown() && waited.compareTo(SILENCE) >= 0;
        // Without a connection for so long, which is no better than without a word.
        boolean waitedInVain = fault.kind() == Kind.CONNECT || fault.kind() == Kind.FIRST_CONTENT_TIMEOUT;
        boolean asked = fault.sent() || waitedInVain;
        if (!fault.late() && (longSilence || (asked && rule(fault).countsForBreaker()))) {
            permit.failed();
        } else {
            permit.saidNothing();
        }
    }

    static Rule rule(ProviderFault fault) {
        return FaultTable.SHIPPED.rule(fault.kind());
    }
}
