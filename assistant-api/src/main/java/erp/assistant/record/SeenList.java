package erp.assistant.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one person is shown of one list; made by {@link RecordRehearsal#lists}. What does not hold is an {@link AssertionError}.
 *
 * <p>Of what the source returns it keeps what the assistant would use: declared columns and figures, as many rows as were wanted. Values
 * that are secret stay in {@link #result}, marked as such; nothing else here tells of them.
 */
public final class SeenList {

    private final RecordSource source;
    private final Asker asker;
    private final Optional<RecordList> list;
    private final Optional<ListResult> result;

    SeenList(RecordSource source, Asker asker, ListQuery asked) {
        this.source = source;
        this.asker = asker;
        this.list = source.list(asker);
        this.result = list.flatMap(declared -> {
            ListQuery query = declared.check(asked);
            return source.query(query, asker).map(found -> declared.admit(query, found));
        });
    }

    /** The list as that person may use it. */
    public Optional<RecordList> list() {
        return list;
    }

    /** Its rows and figures. */
    public Optional<ListResult> result() {
        return result;
    }

    /** What the source says that it hides by role. */
    public List<Withheld> withheld() {
        return source.withheldFromList(asker);
    }

    /** The keys of the rows, as an answer cites them. */
    public List<String> rows() {
        return result.stream()
                .flatMap(found -> found.rows().stream())
                .map(Rows.Row::key)
                .toList();
    }

    /** The columns in which some row has a value that may be sent. */
    public Set<String> columns() {
        Set<String> ids = new LinkedHashSet<>();
        result.ifPresent(found -> found.rows().forEach(row -> ids.addAll(told(row.cells()))));
        return ids;
    }

    /** The figures over all rows that may be sent, under {@link ListAggregate#idOf}. */
    public Set<String> figures() {
        return result.map(found -> told(found.totals())).orElseGet(Set::of);
    }

    private static Set<String> told(List<Field> fields) {
        Set<String> ids = new LinkedHashSet<>();
        fields.stream()
                .filter(field -> field.sensitivity() != Sensitivity.SECRET && !(field.value() instanceof Value.Missing))
                .forEach(field -> ids.add(field.id()));
        return ids;
    }

    /** Asserts that rows have values in all of these columns. */
    public SeenList shows(String... columns) {
        for (String each : columns) {
            require(columns().contains(each), "is shown no value of " + each + ", but of " + columns());
        }
        return this;
    }

    /**
     * Asserts that there is a list that is not empty and that nothing in it tells of these columns: neither a row nor a figure has a value of them, and
     * they can neither be filtered nor sorted nor grouped by.
     */
    public SeenList hides(String... columns) {
        require(result.isPresent(), "has no list in which to hide anything");
        require(
                result.stream().anyMatch(found -> found.total() > 0),
                "is shown no row in which anything could be hidden");
        for (String each : columns) {
            List<String> ways = waysToTell(each);
            require(ways.isEmpty(), "can learn of " + each + " by " + String.join(", ", ways));
        }
        return this;
    }

    private List<String> waysToTell(String column) {
        List<String> ways = new ArrayList<>();
        if (columns().contains(column)) {
            ways.add("rows");
        }
        Set<String> figures = figures();
        if (Stream.of(ListAggregate.values()).anyMatch(aggregate -> figures.contains(aggregate.idOf(column)))) {
            ways.add("figures");
        }
        if (result.stream()
                .flatMap(found -> found.groups().stream())
                .anyMatch(group -> told(group.cells()).contains(column))) {
            ways.add("groups");
        }
        list.flatMap(declared -> declared.column(column)).ifPresent(declared -> {
            if (!declared.operators().isEmpty()) {
                ways.add("filtering");
            }
            if (declared.sortable()) {
                ways.add("sorting");
            }
            if (declared.groupable()) {
                ways.add("grouping");
            }
        });
        return ways;
    }

    /** Asserts that these figures over all rows may be sent, under {@link ListAggregate#idOf}. */
    public SeenList showsFigures(String... figures) {
        for (String each : figures) {
            require(figures().contains(each), "is shown no figure " + each + ", but " + figures());
        }
        return this;
    }

    /** Asserts that rows with these keys are among those shown. */
    public SeenList hasRows(String... keys) {
        for (String each : keys) {
            require(rows().contains(each), "is not shown the row " + each + ", but " + rows());
        }
        return this;
    }

    /** Asserts that there is a list, that all its rows are shown, and that none has one of these keys. */
    public SeenList lacksRows(String... keys) {
        require(result.isPresent(), "has no list that could lack rows");
        result.ifPresent(found -> require(
                found.total() <= found.rows().size(),
                "is shown " + found.rows().size() + " of " + found.total()
                        + " rows: filter for those that should be lacking"));
        for (String each : keys) {
            require(!rows().contains(each), "is shown the row " + each);
        }
        return this;
    }

    /** Asserts that rows name records of the list's type, and that the same person may open each of them. */
    public SeenList opensItsRows() {
        List<RecordRef> named = result.stream()
                .flatMap(found -> found.rows().stream())
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.link().stream())
                .filter(record -> record.type().equals(source.type()))
                .distinct()
                .toList();
        require(!named.isEmpty(), "is shown no row that names a record of the type " + source.type());
        for (RecordRef record : named) {
            require(source.find(record.id(), asker).isPresent(), "is shown a row of " + record + " and cannot open it");
        }
        return this;
    }

    /** Asserts that there is nothing that could be asked about, whether it is missing or forbidden. */
    public SeenList isNotAvailable() {
        require(result.isEmpty(), "is shown the list, with " + rows());
        return this;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(asker + ", who lists " + source.type() + ", " + otherwise);
        }
    }
}
