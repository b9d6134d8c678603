package erp.assistant.impl.record;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a record of what a list's query found, so that it takes the way of every record: what fits is sent, the rest is counted and
 * added up, each value can be cited as {@code rows.4711.dueDate}.
 *
 * <p>The declaration decides: a cell or a total of no declared column is dropped, and none is handled less carefully than its column
 * says.
 */
final class ListRecord {

    static final String ROWS = "rows";
    static final String GROUPS = "groups";

    private ListRecord() {}

    static BusinessRecord of(RecordList list, ListQuery query, ListResult found) {
        BusinessRecord.Builder record = BusinessRecord.of(RecordRef.ofList(list.type()), list.label())
                .organisation(found.organisation())
                .identity("filter", "Filter", ListWords.filter(list, query));
        if (!query.sort().isEmpty()) {
            record.identity("order", "Sorted by", ListWords.order(list, query));
        }
        Rows rows = new Rows(ROWS, list.label(), rows(list, query, found), found.total(), totals(list, found));
        record.rows(rows);
        List<Rows.Row> groups = groups(list, query, found);
        if (!groups.isEmpty()) {
            record.rows(new Rows(
                    GROUPS, list.label() + " by " + label(list, query.groupBy()), groups, groups.size(), List.of()));
        }
        for (QuickAction action : list.actions()) {
            record.action(action.id(), action.label(), action.question());
        }
        return record.version(
                        Integer.toHexString(
                                List.of(query, found.total(), rows).toString().hashCode()),
                        found.asOf())
                .build();
    }

    private static List<Rows.Row> rows(RecordList list, ListQuery query, ListResult found) {
        return found.rows().stream()
                .limit(query.limit())
                .map(row -> new Rows.Row(row.key(), cells(list, row)))
                .toList();
    }

    /** In the order in which the columns are declared, the most telling first. */
    private static List<Field> cells(RecordList list, Rows.Row row) {
        Map<String, Field> given = new HashMap<>();
        row.cells().forEach(cell -> given.put(cell.id(), cell));
        List<Field> cells = new ArrayList<>();
        for (ListColumn column : list.columns()) {
            Optional.ofNullable(given.get(column.id())).ifPresent(cell -> cells.add(of(column, column.label(), cell)));
        }
        return cells;
    }

    private static List<Field> totals(RecordList list, ListResult found) {
        List<Field> totals = new ArrayList<>();
        for (ListColumn column : list.columns()) {
            for (ListAggregate aggregate : ListAggregate.values()) {
                if (column.aggregates().contains(aggregate)) {
                    found.totals().stream()
                            .filter(total -> total.id().equals(aggregate.idOf(column.id())))
                            .findFirst()
                            .ifPresent(total -> totals.add(of(column, aggregate.labelOf(column.label()), total)));
                }
            }
        }
        return totals;
    }

    private static List<Rows.Row> groups(RecordList list, ListQuery query, ListResult found) {
        if (query.groupBy().isEmpty()) {
            return List.of();
        }
        return found.groups().stream()
                .limit(ListQuery.MAX_GROUPS)
                .map(group -> new Rows.Row(group.key(), groupCells(list, query, group)))
                .toList();
    }

    private static List<Field> groupCells(RecordList list, ListQuery query, Rows.Row group) {
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
        Value value = given.value();
        Sensitivity strictest =
                given.sensitivity().compareTo(column.sensitivity()) > 0 ? given.sensitivity() : column.sensitivity();
        Importance importance = given.importance() == Importance.IDENTITY ? Importance.FACT : given.importance();
        return new Field(given.id(), label, value, strictest, importance, given.link());
    }

    private static String label(RecordList list, String column) {
        return list.column(column).map(ListColumn::label).orElse(column);
    }
}
