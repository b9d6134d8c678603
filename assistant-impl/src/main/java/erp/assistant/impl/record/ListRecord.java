package erp.assistant.impl.record;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import java.util.List;

/**
 * Makes a record of what a list's query found, so that it takes the way of every record: what fits is sent, the rest is counted and
 * added up, each value can be cited as {@code rows.4711.dueDate}.
 *
 * <p>What of it is used the declaration decides: {@link RecordList#admit}.
 */
final class ListRecord {

    static final String ROWS = "rows";
    static final String GROUPS = "groups";

    private ListRecord() {}

    static BusinessRecord of(RecordList list, ListQuery query, ListResult found) {
        ListResult used = list.admit(query, found);
        BusinessRecord.Builder record = BusinessRecord.of(RecordRef.ofList(list.type()), list.label())
                .organisation(used.organisation())
                .identity("filter", "Filter", ListWords.filter(list, query));
        if (!query.sort().isEmpty()) {
            record.identity("order", "Sorted by", ListWords.order(list, query));
        }
        Rows rows = new Rows(ROWS, list.label(), used.rows(), used.total(), used.totals());
        record.rows(rows);
        if (!used.groups().isEmpty()) {
            String by = list.column(query.groupBy()).map(ListColumn::label).orElse(query.groupBy());
            record.rows(new Rows(
                    GROUPS,
                    list.label() + " by " + by,
                    used.groups(),
                    used.groups().size(),
                    List.of()));
        }
        for (QuickAction action : list.actions()) {
            record.action(action.id(), action.label(), action.question());
        }
        return record.version(
                        Integer.toHexString(
                                List.of(query, used.total(), rows).toString().hashCode()),
                        used.asOf())
                .build();
    }
}
