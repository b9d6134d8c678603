package erp.assistant.impl.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The child rows of a record.
 *
 * @param key the column by which staff know a row, such as a line number
 * @param order the most important first, as SQL without {@code ORDER BY}
 * @param cap how many rows are read
 */
record MappedRows(
        Place place,
        String id,
        Localised label,
        Sql query,
        Optional<String> key,
        String order,
        int cap,
        Set<String> roles,
        List<MappedField> fields,
        List<MappedTotal> totals) {

    MappedRows {
        fields = List.copyOf(fields);
        totals = List.copyOf(totals);
    }

    /** The first rows. */
    Sql first() {
        return Statement.from("*", query, " t ORDER BY " + order);
    }

    /** How many rows there are, as {@code n}, and the totals, as {@code a0} and so on. */
    Sql sums() {
        StringBuilder columns = new StringBuilder("COUNT(*) AS n");
        for (int i = 0; i < totals.size(); i++) {
            columns.append(", ").append(totals.get(i).sql()).append(" AS ").append(alias(i));
        }
        return Statement.from(columns.toString(), query, " t");
    }

    static String alias(int total) {
        return "a" + total;
    }
}
