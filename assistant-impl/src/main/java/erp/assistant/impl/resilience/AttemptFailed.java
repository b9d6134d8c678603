package erp.assistant.impl.resilience;

import erp.assistant.chat.ProviderFault;

/**
 * An attempt that says something about the provider's health: it counts as a failure in the circuit breaker's window.
 *
 * <p>MicroProfile Fault Tolerance chooses by exception class, so what a fault means for retry and breaker is a class here.
 */
class AttemptFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProviderFault fault;

    AttemptFailed(ProviderFault fault) {
        super(fault);
        this.fault = fault;
    }

    final ProviderFault fault() {
        return fault;
    }

    /** A failure before any text was shown, which may pass: another attempt here is free and sensible. */
    static final class Passing extends AttemptFailed {
        private static final long serialVersionUID = 1L;

        Passing(ProviderFault fault) {
            super(fault);
        }
    }

    /**
     * An end that says nothing ill of the provider: it refused the request itself, or the asker left before it was slow.
     *
     * <p>The breaker's {@code skipOn} knows no "neither": MicroProfile Fault Tolerance counts such an end as a success. So a
     * breaker may stay closed, or close, by ends of this class; that is why an asker who left after a long silence is not one.
     */
    static final class NotTheProvidersFault extends AttemptFailed {
        private static final long serialVersionUID = 1L;

        NotTheProvidersFault(ProviderFault fault) {
            super(fault);
        }
    }
}
