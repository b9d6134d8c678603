package erp.assistant.record;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A prepared question that suits a record's type and state.
 *
 * @param id lower case words joined by dashes, such as {@code why-blocked}
 * @param label what the button says
 * @param question what is asked when it is pressed
 */
public record QuickAction(String id, String label, String question) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public QuickAction {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(question, "question");
        if (id.length() > 64 || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "quick action id '" + id + "' must be lower case words joined by dashes");
        }
    }
}
