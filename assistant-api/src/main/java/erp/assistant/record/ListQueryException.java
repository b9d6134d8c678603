package erp.assistant.record;

/** A query that a list does not take; the message names the field and what is allowed, and nothing of the list's rows. */
public final class ListQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ListQueryException(String message) {
        super(message);
    }
}
