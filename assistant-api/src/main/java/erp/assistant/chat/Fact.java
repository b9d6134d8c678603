package erp.assistant.chat;

import java.util.Objects;

/**
 * One labelled value that the prompt tells the model, in plain form.
 *
 * @param id the id by which an answer cites it, such as {@code promisedDate} or {@code lines.10.openQuantity}
 * @param value the value as the prompt writes it
 * @param group the label of the rows it belongs to, empty for the record's own fields
 * @param masked whether a token stands in {@code value} for personal data
 */
public record Fact(String id, String label, String value, String group, boolean masked) {
    public Fact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(group, "group");
    }

    /** One without personal data. */
    public Fact(String id, String label, String value, String group) {
        this(id, label, value, group, false);
    }
}
