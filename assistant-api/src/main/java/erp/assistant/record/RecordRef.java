package erp.assistant.record;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The address of a business record: its type and the identifier under which staff know it.
 *
 * @param type lower case words joined by dashes, at most 64 characters, such as {@code sales-order}
 * @param id 1 to 128 characters without control characters, such as a document number; empty for the list of all records of the type
 */
public record RecordRef(String type, String id) {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public RecordRef {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        if (type.length() > 64 || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "record type must be lower case words joined by dashes, such as sales-order");
        }
        boolean record = !id.isEmpty();
        if (record && (id.isBlank() || id.length() > 128 || id.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("record id must have 1 to 128 characters and no control characters");
        }
    }

    /** The address of the list of a type's records. */
    public static RecordRef ofList(String type) {
        return new RecordRef(type, "");
    }

    /** Whether it is the address of a list. */
    public boolean isList() {
        return id.isEmpty();
    }

    @Override
    public String toString() {
        return isList() ? type : type + "/" + id;
    }
}
