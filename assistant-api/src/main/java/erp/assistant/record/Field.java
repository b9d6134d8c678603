package erp.assistant.record;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One labelled value of a record.
 *
 * @param id identifies the field within its record or row: letters and digits, starting with a letter, such as {@code
 *     promisedDate}; answers cite it, and screens mark the same id with {@code data-assistant-field}
 * @param label what the ERP's screen calls it
 * @param link the record that the value names, such as the customer of an order; opening it checks the rights anew
 */
public record Field(
        String id,
        String label,
        Value value,
        Sensitivity sensitivity,
        Importance importance,
        Optional<RecordRef> link) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    public Field {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(sensitivity, "sensitivity");
        Objects.requireNonNull(importance, "importance");
        Objects.requireNonNull(link, "link");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "field id '" + id + "' must be letters and digits, starting with a letter");
        }
    }

    /** A field without a link. */
    public Field(String id, String label, Value value, Sensitivity sensitivity, Importance importance) {
        this(id, label, value, sensitivity, importance, Optional.empty());
    }

    /** A public field of ordinary importance. */
    public static Field of(String id, String label, Value value) {
        return new Field(id, label, value, Sensitivity.PUBLIC, Importance.NORMAL);
    }

    public Field as(Sensitivity sensitivity) {
        return new Field(id, label, value, sensitivity, importance, link);
    }

    public Field as(Importance importance) {
        return new Field(id, label, value, sensitivity, importance, link);
    }

    /** The same field, whose value names that record. */
    public Field linkedTo(RecordRef record) {
        return new Field(id, label, value, sensitivity, importance, Optional.of(record));
    }
}
