package erp.assistant.impl.ledger;

/** A price or exchange-rate file that cannot be used; the message names the file and the line. */
public final class PriceFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PriceFileException(String file, int line, String message) {
        super(file + " line " + line + ": " + message);
    }

    PriceFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
