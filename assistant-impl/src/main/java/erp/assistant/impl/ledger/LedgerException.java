package erp.assistant.impl.ledger;

/**
 * The ledger could not write or read. A question or an attempt that cannot be recorded is not sent, so this is a problem of the
 * assistant, never a provider's fault.
 */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
