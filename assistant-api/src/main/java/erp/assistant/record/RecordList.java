package erp.assistant.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The declared list of a record type: its columns and what may be filtered, sorted and counted. What is not declared cannot be asked
 * for, by whomever.
 *
 * @param type the record type of its rows
 * @param label what staff call the list, such as {@code Customer invoices}
 * @param about what a row is, in a sentence for whoever looks it up; may be empty
 * @param columns most telling first; ids are unique
 * @param actions prepared questions about the list
 */
public record RecordList(String type, String label, String about, List<ListColumn> columns, List<QuickAction> actions) {

    public RecordList {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(about, "about");
        columns = List.copyOf(columns);
        actions = List.copyOf(actions);
        RecordRef.ofList(type);
        List<String> ids = columns.stream().map(ListColumn::id).toList();
        if (ids.isEmpty() || ids.stream().distinct().count() < ids.size()) {
            throw new IllegalArgumentException("list " + type + " needs columns, each under an id of its own: " + ids);
        }
    }

    /** A list without prepared questions. */
    public RecordList(String type, String label, List<ListColumn> columns) {
        this(type, label, "", columns, List.of());
    }

    /** The column of this id. */
    public Optional<ListColumn> column(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    /** The same for whom confidential values may not be sent: such columns can only be shown. */
    public RecordList withoutConfidential() {
        return new RecordList(
                type,
                label,
                about,
                columns.stream()
                        .map(column -> column.sensitivity() == Sensitivity.CONFIDENTIAL ? column.onlyShown() : column)
                        .toList(),
                actions);
    }

    /**
     * Returns the same query with each value in its column's kind.
     *
     * @throws ListQueryException if it names a column, operator or value that is not declared
     */
    public ListQuery check(ListQuery asked) {
        List<ListFilter> filters = asked.filters().stream().map(this::check).toList();
        for (ListSort sort : asked.sort()) {
            require(sort.column(), ListColumn::sortable, "sorted by");
        }
        if (!asked.groupBy().isEmpty()) {
            require(asked.groupBy(), ListColumn::groupable, "grouped by");
        }
        return new ListQuery(filters, asked.sort(), asked.groupBy(), asked.limit());
    }

    /**
     * Returns what of a result is used: as many rows as were wanted, and of these and the figures what is declared, under the columns'
     * labels and never less sensitive than the columns.
     *
     * @param query the one that found it, checked
     */
    public ListResult admit(ListQuery query, ListResult found) {
        return new AdmittedRows(this, query).of(found);
    }

    private ListFilter check(ListFilter filter) {
        ListColumn column = require(filter.column(), known -> !known.operators().isEmpty(), "filtered by");
        if (!column.operators().contains(filter.operator())) {
            throw new ListQueryException("The field '" + column.id() + "' cannot be filtered with '"
                    + filter.operator().key() + "'. Allowed: "
                    + column.operators().stream()
                            .sorted()
                            .map(ListOperator::key)
                            .collect(Collectors.joining(", ")) + ".");
        }
        return new ListFilter(
                column.id(),
                filter.operator(),
                filter.values().stream()
                        .map(value -> ListValues.typed(column, value))
                        .toList());
    }

    private ListColumn require(String id, Predicate<ListColumn> may, String done) {
        return column(id)
                .filter(may)
                .orElseThrow(() -> new ListQueryException("The list of " + type + " cannot be " + done + " '"
                        + ListValues.shortened(id) + "'. Allowed: " + allowed(may) + "."));
    }

    private String allowed(Predicate<ListColumn> may) {
        String ids = columns.stream().filter(may).map(ListColumn::id).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "nothing" : ids;
    }
}
