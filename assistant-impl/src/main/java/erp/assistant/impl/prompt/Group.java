package erp.assistant.impl.prompt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of one kind as they are told: how many there are, and those of them that fit, column by column.
 *
 * @param count how many there are, and what the others come to
 * @param columns none if no row is told
 */
record Group(String id, String label, Entry count, List<Column> columns, List<Item> rows) {

    Group {
        columns = rows.isEmpty() ? List.of() : List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    String json() {
        String head = "{\"rows\":" + Json.labelled(id, label, "") + ",\"count\":" + Json.string(count.plain());
        if (rows.isEmpty()) {
            return head + "}";
        }
        return head
                + ",\"columns\":["
                + columns.stream().map(Column::json).collect(Collectors.joining(","))
                + "],\"values\":[\n"
                + rows.stream().map(row -> row(row, columns)).collect(Collectors.joining(",\n"))
                + "]}";
    }

    /** The key, then the cells in the order of the columns; {@code null} where the row has none. */
    static String row(Item row, List<Column> columns) {
        StringBuilder json = new StringBuilder("[").append(Json.string(row.key()));
        for (Column column : columns) {
            json.append(',')
                    .append(row.entries().stream()
                            .filter(cell -> cell.column().equals(column.id()))
                            .findFirst()
                            .map(cell -> Json.string(cell.plain()))
                            .orElse("null"));
        }
        return json.append(']').toString();
    }
}
