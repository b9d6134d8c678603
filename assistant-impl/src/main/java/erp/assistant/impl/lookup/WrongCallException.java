package erp.assistant.impl.lookup;

/** A call that is not what its tool's schema says; the message tells the model what to mend and holds nothing of the ERP. */
public final class WrongCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongCallException(String message) {
        super(message);
    }
}
