package erp.assistant.record;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a list's query found.
 *
 * @param rows at most as many as wanted, in the order wanted; the cells have the ids of the list's columns, and what is not a
 *     declared column is not used
 * @param total how many rows the filters let through in all
 * @param totals figures over all of them, under {@link ListAggregate#idOf}; one that is not known, such as a sum over several
 *     currencies, is left out
 * @param groups if rows were to be counted by a column: a row for each of its values with that column, the cell {@link #COUNT} and
 *     the sums; else none
 * @param asOf when it was read
 * @param organisation the company that owns all rows, for reports; empty if they belong to several
 */
public record ListResult(
        List<Rows.Row> rows, int total, List<Field> totals, List<Rows.Row> groups, Instant asOf, String organisation) {

    /** The id of the cell that says how many rows a group has. */
    public static final String COUNT = "count";

    public ListResult {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        groups = List.copyOf(groups);
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(organisation, "organisation");
        if (total < rows.size()) {
            throw new IllegalArgumentException("a list of " + total + " rows cannot show " + rows.size());
        }
    }
}
