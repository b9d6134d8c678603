package erp.assistant.impl.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The short ids by which a model cites, and the long ones that they stand for.
 *
 * <p>A field is a number, {@code 7}; a table a capital, {@code B}; a cell its table, its row's key and its column, {@code B.20.c}. No
 * long id looks like a number, and one that a model writes is known too.
 */
final class ShortIds {

    static final ShortIds NONE = new ShortIds(Map.of());

    private static final int LETTERS = 26;

    private final Map<String, String> longByShort;

    private ShortIds(Map<String, String> longByShort) {
        this.longByShort = Map.copyOf(longByShort);
    }

    static ShortIds of(Selection selection) {
        return of(selection, "");
    }

    /** Those of what was looked up, each with a prefix of its own. */
    static ShortIds of(Selection selection, String prefix) {
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < selection.fields().size(); i++) {
            ids.put(
                    prefix + field(i),
                    selection.fields().get(i).entries().get(0).id());
        }
        for (int i = 0; i < selection.groups().size(); i++) {
            Group group = selection.groups().get(i);
            ids.put(prefix + table(i), group.count().id());
            for (Item row : group.rows()) {
                String name = prefix + table(i) + "." + row.key();
                ids.put(name, row.entries().get(0).id());
                addCells(ids, name, row.entries(), group.columns());
            }
        }
        return new ShortIds(ids);
    }

    /** These and more. */
    ShortIds and(ShortIds more) {
        Map<String, String> all = new HashMap<>(longByShort);
        all.putAll(more.longByShort);
        return new ShortIds(all);
    }

    private static void addCells(Map<String, String> ids, String row, List<Entry> cells, List<Column> columns) {
        Map<String, String> byColumn = new HashMap<>();
        cells.forEach(cell -> byColumn.put(cell.column(), cell.id()));
        for (int i = 0; i < columns.size(); i++) {
            String id = byColumn.get(columns.get(i).id());
            if (id != null) {
                ids.put(row + "." + column(i), id);
            }
        }
    }

    static String field(int index) {
        return Integer.toString(index + 1);
    }

    static String table(int index) {
        return letters(index, 'A');
    }

    static String column(int index) {
        return letters(index, 'a');
    }

    /** {@code a} to {@code z}, then {@code aa}, {@code ab} and so on. */
    private static String letters(int index, char first) {
        String last = Character.toString(first + index % LETTERS);
        return index < LETTERS ? last : letters(index / LETTERS - 1, first) + last;
    }

    boolean isEmpty() {
        return longByShort.isEmpty();
    }

    /** The long id of a short one; of a row, that of its first cell; of a table, that of its number of rows. */
    Optional<String> longId(String shortId) {
        return Optional.ofNullable(longByShort.get(shortId));
    }
}
