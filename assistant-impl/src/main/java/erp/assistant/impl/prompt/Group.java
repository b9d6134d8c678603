package erp.assistant.impl.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one kind as they are told: how many there are, and those of them that fit, a line each.
 *
 * @param count how many there are, and what the others come to
 * @param columns none if no row is told
 */
record Group(String id, String label, Entry count, List<Column> columns, List<Item> rows) {

    /** Parts one cell from the next; no text keeps one of its own. */
    static final char BAR = '|';

    private static final char LOOKS_LIKE_BAR = '¦';

    Group {
        columns = rows.isEmpty() ? List.of() : List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * The table with this name: {@code B Lines: 5|a Item|b Open, pcs}, and below it a line for each row, its key first.
     *
     * <p>A unit that all cells of a column have is told once, in the head.
     */
    String lines(String name) {
        Map<String, String> units = new HashMap<>();
        columns.forEach(column -> units.put(column.id(), unit(column)));
        StringBuilder text = new StringBuilder(name).append(' ').append(head());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String unit = units.getOrDefault(column.id(), "");
            text.append(BAR).append(ShortIds.column(i)).append(' ').append(column.head());
            if (!unit.isEmpty() && !Brief.saysUnit(column.head(), unit)) {
                text.append(", ").append(cell(unit));
            }
        }
        text.append('\n');
        rows.forEach(row -> append(text, row, columns, units));
        return text.toString();
    }

    private String head() {
        return cell(label) + ": " + cell(count.plain());
    }

    /** A row's line with the units of its cells: what it takes at most. */
    static String line(Item row, List<Column> columns) {
        StringBuilder text = new StringBuilder();
        append(text, row, columns, Map.of());
        return text.toString();
    }

    private static void append(StringBuilder text, Item row, List<Column> columns, Map<String, String> units) {
        text.append(row.key());
        Map<String, Entry> cells = new HashMap<>();
        row.entries().forEach(cell -> cells.put(cell.column(), cell));
        for (Column column : columns) {
            text.append(BAR);
            Entry cell = cells.get(column.id());
            if (cell != null) {
                boolean toldInHead = !units.getOrDefault(column.id(), "").isEmpty();
                text.append(cell(toldInHead ? cell.brief().text() : cell.brief().whole()));
            }
        }
        text.append('\n');
    }

    /** The unit of all cells that have a value; empty if there are not two of them or they differ. */
    private String unit(Column column) {
        String unit = "";
        int cells = 0;
        for (Item row : rows) {
            for (Entry cell : row.entries()) {
                if (!cell.column().equals(column.id()) || cell.brief().text().equals(Brief.NONE)) {
                    continue;
                }
                String its = cell.brief().unit();
                if (its.isEmpty() || (cells > 0 && !its.equals(unit))) {
                    return "";
                }
                unit = its;
                cells++;
            }
        }
        return cells > 1 ? unit : "";
    }

    static String cell(String text) {
        return text.replace(BAR, LOOKS_LIKE_BAR);
    }
}
