package erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import java.util.Objects;

/**
 * What somebody wants to know about a record.
 *
 * @param text 1 to 4,000 characters
 * @param action the id of the prepared question that was pressed, or empty
 */
public record Question(Asker asker, String text, RecordRef about, String action) {

    /** The longest question, in characters. */
    public static final int MAX_LENGTH = 4_000;

    public Question {
        Objects.requireNonNull(asker, "asker");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(action, "action");
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("question must have 1 to " + MAX_LENGTH + " characters");
        }
    }
}
