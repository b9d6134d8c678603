package erp.assistant.record;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One labelled value of a record.
 *
 * @param id identifies the field within its record or row: letters and digits, starting with a letter, such as {@code
 *     promisedDate}; answers cite it, and screens mark the same id with {@code data-assistant-field}
 * @param label what the ERP's screen calls it
 */
public record Field(String id, String label, Value value, Sensitivity sensitivity, Importance importance) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    public Field {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(sensitivity, "sensitivity");
        Objects.requireNonNull(importance, "importance");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "field id '" + id + "' must be letters and digits, starting with a letter");
        }
    }

    /** A public field of ordinary importance. */
    public static Field of(String id, String label, Value value) {
        return new Field(id, label, value, Sensitivity.PUBLIC, Importance.NORMAL);
    }

    public Field as(Sensitivity sensitivity) {
        return new Field(id, label, value, sensitivity, importance);
    }

    public Field as(Importance importance) {
        return new Field(id, label, value, sensitivity, importance);
    }
}
