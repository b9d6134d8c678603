package erp.assistant.record;

import java.util.Objects;

/**
 * Something of a record type or its list that an asker is not shown, for an admin who rehearses permissions. Never a value.
 *
 * @param id of a field or a list's column, or of rows and a field such as {@code lines.unitCost}
 * @param reason in words, such as {@code needs the role controller}
 */
public record Withheld(String id, String label, String reason) {
    public Withheld {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(reason, "reason");
    }
}
