package erp.assistant.record;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Child rows of a record, such as the lines of an order.
 *
 * @param id identifies the rows within the record, such as {@code lines}
 * @param rows the rows sent, most important first; the source caps them
 * @param total how many rows the record has in all, at least the number sent
 * @param totals figures over all rows, computed by the ERP, so that a cap loses no sum
 */
public record Rows(String id, String label, List<Row> rows, int total, List<Field> totals) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    /**
     * One row.
     *
     * @param key identifies the row within its rows: letters, digits and dashes, such as a line number; a cell is cited as
     *     {@code lines.10.openQuantity}
     */
    public record Row(String key, List<Field> cells) {
        private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

        public Row {
            cells = List.copyOf(cells);
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("row key '" + key + "' must be letters, digits and dashes");
            }
        }
    }

    public Rows {
        Objects.requireNonNull(label, "label");
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "rows id '" + id + "' must be letters and digits, starting with a letter");
        }
        if (total < rows.size()) {
            throw new IllegalArgumentException(
                    "rows " + id + ": total " + total + " is less than the " + rows.size() + " sent");
        }
    }
}
