package erp.assistant.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a list's result is used. The declaration decides: a cell or a figure of no declared column is dropped, and none is handled
 * less carefully than its column says.
 */
final class AdmittedRows {

    private final RecordList list;
    private final ListQuery query;

    AdmittedRows(RecordList list, ListQuery query) {
        this.list = list;
        this.query = query;
    }

    ListResult of(ListResult found) {
        return new ListResult(
                found.rows().stream()
                        .limit(query.limit())
                        .map(row -> new Rows.Row(row.key(), cells(row)))
                        .toList(),
                found.total(),
                totals(found.totals()),
                query.groupBy().isEmpty() ? List.of() : groups(found.groups()),
                found.asOf(),
                found.organisation());
    }

    /** In the order in which the columns are declared, the most telling first. */
    private List<Field> cells(Rows.Row row) {
        Map<String, Field> given = new HashMap<>();
        row.cells().forEach(cell -> given.put(cell.id(), cell));
        List<Field> cells = new ArrayList<>();
        for (ListColumn column : list.columns()) {
            Optional.ofNullable(given.get(column.id())).ifPresent(cell -> cells.add(of(column, column.label(), cell)));
        }
        return cells;
    }

    private List<Field> totals(List<Field> found) {
        List<Field> totals = new ArrayList<>();
        for (ListColumn column : list.columns()) {
            for (ListAggregate aggregate : ListAggregate.values()) {
                if (column.aggregates().contains(aggregate)) {
                    found.stream()
                            .filter(total -> total.id().equals(aggregate.idOf(column.id())))
                            .findFirst()
                            .ifPresent(total -> totals.add(of(column, aggregate.labelOf(column.label()), total)));
                }
            }
        }
        return totals;
    }

    private List<Rows.Row> groups(List<Rows.Row> found) {
        return found.stream()
                .limit(ListQuery.MAX_GROUPS)
                .map(group -> new Rows.Row(group.key(), groupCells(group)))
                .toList();
    }

    private List<Field> groupCells(Rows.Row group) {
        List<Field> cells = new ArrayList<>();
        for (Field cell : group.cells()) {
            if (cell.id().equals(ListResult.COUNT)) {
                cells.add(cell.as(Sensitivity.PUBLIC));
                continue;
            }
            list.column(cell.id())
                    .filter(column -> column.id().equals(query.groupBy())
                            || column.aggregates().contains(ListAggregate.SUM))
                    .ifPresent(column -> cells.add(of(column, column.label(), cell)));
        }
        return cells;
    }

    private static Field of(ListColumn column, String label, Field given) {
        Sensitivity strictest =
                given.sensitivity().compareTo(column.sensitivity()) > 0 ? given.sensitivity() : column.sensitivity();
        Importance importance = given.importance() == Importance.IDENTITY ? Importance.FACT : given.importance();
        return new Field(given.id(), label, given.value(), strictest, importance, given.link());
    }
}
