package erp.assistant.impl.resilience;

import erp.assistant.chat.ProviderFault;

/**
 * An attempt that ended without an answer; nobody asks this provider again for the question.
 *
 * <p>MicroProfile Fault Tolerance chooses by exception class, so what a fault means for retry is a class here.
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
}
