package erp.assistant.record;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The address of a business record: its type and the identifier under which staff know it.
 *
 * @param type lower case words joined by dashes, at most 64 characters, such as {@code sales-order}
 * @param id 1 to 128 characters without control characters, such as a document number
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
        if (id.isBlank() || id.length() > 128 || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("record id must have 1 to 128 characters and no control characters");
        }
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
