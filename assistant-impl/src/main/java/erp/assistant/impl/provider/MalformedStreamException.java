package erp.assistant.impl.provider;

/** Says that a stream is not what its protocol says. The message holds nothing of the stream. */
public final class MalformedStreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedStreamException(String message) {
        super(message);
    }
}
