package erp.assistant.record;

import java.util.List;
import java.util.Objects;

/**
 * A condition on one column of a list.
 *
 * @param column the column's id
 * @param values what it is compared with: one, of {@link ListOperator#IN} up to twenty. As asked for, a text, a number as {@link
 *     Value.Quantity} without unit, or a flag; once checked, of the column's kind
 */
public record ListFilter(String column, ListOperator operator, List<Value> values) {

    /** The most values that one filter may name. */
    public static final int MAX_VALUES = 20;

    public ListFilter {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(operator, "operator");
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MAX_VALUES || (operator != ListOperator.IN && values.size() > 1)) {
            throw new IllegalArgumentException(
                    "filter on " + column + " must have one value, of 'in' 1 to " + MAX_VALUES);
        }
    }

    /** A comparison with one text. */
    public static ListFilter of(String column, ListOperator operator, String text) {
        return new ListFilter(column, operator, List.of(new Value.Text(text)));
    }

    /** The only value, or the first of several. */
    public Value value() {
        return values.get(0);
    }
}
