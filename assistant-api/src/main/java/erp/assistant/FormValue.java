package erp.assistant;

/**
 * What somebody has typed into a form and not saved. It is that person's input: neither trusted nor to be cited.
 *
 * @param label what the form calls the field, 1 to 80 characters
 * @param value up to 500 characters; empty if the field was emptied
 */
public record FormValue(String label, String value) {

    /** The longest label, in characters. */
    public static final int MAX_LABEL_LENGTH = 80;

    /** The longest value, in characters. */
    public static final int MAX_VALUE_LENGTH = 500;

    public FormValue {
        if (label.isBlank() || label.length() > MAX_LABEL_LENGTH) {
            throw new IllegalArgumentException(
                    "label of a form value must have 1 to " + MAX_LABEL_LENGTH + " characters");
        }
        if (value.length() > MAX_VALUE_LENGTH) {
            throw new IllegalArgumentException("form value must have at most " + MAX_VALUE_LENGTH + " characters");
        }
    }
}
