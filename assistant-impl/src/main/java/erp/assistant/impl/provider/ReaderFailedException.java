package erp.assistant.impl.provider;

/** Says that whoever reads the answer failed, and not the provider whose event was read. */
final class ReaderFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReaderFailedException(RuntimeException cause) {
        super(cause);
    }
}
