package erp.assistant.impl.record;

import erp.assistant.record.ListColumn;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordList;
import erp.assistant.record.Value;
import java.util.stream.Collectors;

/** Tells in words which rows a query wants: {@code Status is open; Due date below 2026-11-22}. */
final class ListWords {

    private ListWords() {}

    static String filter(RecordList list, ListQuery query) {
        return query.filters().isEmpty()
                ? "none: all rows"
                : query.filters().stream().map(filter -> words(list, filter)).collect(Collectors.joining("; "));
    }

    static String order(RecordList list, ListQuery query) {
        return query.sort().stream()
                .map(sort -> label(list, sort.column()) + (sort.descending() ? ", greatest first" : ", least first"))
                .collect(Collectors.joining("; "));
    }

    private static String words(RecordList list, ListFilter filter) {
        return label(list, filter.column()) + " " + filter.operator().words() + " "
                + filter.values().stream().map(ListWords::word).collect(Collectors.joining(", "));
    }

    private static String label(RecordList list, String column) {
        return list.column(column).map(ListColumn::label).orElse(column);
    }

    private static String word(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Quantity number) {
            return number.number().toPlainString();
        }
        if (value instanceof Value.Day day) {
            return day.date().toString();
        }
        return value instanceof Value.Flag flag && flag.yes() ? "yes" : "no";
    }
}
