package erp.assistant.impl.mapping;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of a query's result. A column is found by its name in any case, and, where that is not ambiguous, without
 * regard to underscores: {@code promisedDate} finds {@code PROMISED_DATE}.
 */
final class Columns {

    private static final int NONE = -1;
    private static final int AMBIGUOUS = -2;

    private final List<ColumnKind> kinds = new ArrayList<>();
    private final List<Boolean> zoned = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byBareName = new HashMap<>();

    Columns(ResultSetMetaData metaData) throws SQLException {
        for (int i = 0; i < metaData.getColumnCount(); i++) {
            String name = metaData.getColumnLabel(i + 1).toLowerCase(Locale.ROOT);
            byName.merge(name, i, (one, other) -> AMBIGUOUS);
            byBareName.merge(bare(name), i, (one, other) -> AMBIGUOUS);
            kinds.add(ColumnKind.of(metaData.getColumnType(i + 1)));
            zoned.add(zoned(metaData.getColumnTypeName(i + 1).toLowerCase(Locale.ROOT)));
        }
    }

    /** PostgreSQL's driver reports both kinds of timestamps under one type. */
    private static boolean zoned(String typeName) {
        return typeName.contains("timestamptz") || typeName.contains("with time zone");
    }

    private static String bare(String name) {
        return name.replace("_", "");
    }

    private int find(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        int exact = byName.getOrDefault(name, NONE);
        return exact == NONE ? byBareName.getOrDefault(bare(name), NONE) : exact;
    }

    boolean has(String column) {
        return find(column) >= 0;
    }

    /** The column's position, from 0. */
    int position(String column) {
        int found = find(column);
        if (found < 0) {
            throw new IllegalStateException("the query has no column, or several, of the name " + column);
        }
        return found;
    }

    ColumnKind kind(String column) {
        return kinds.get(position(column));
    }

    ColumnKind kindAt(int position) {
        return kinds.get(position);
    }

    boolean zonedAt(int position) {
        return zoned.get(position);
    }

    int count() {
        return kinds.size();
    }

    /** Their names in alphabetical order. */
    String names() {
        return String.join(", ", byName.keySet().stream().sorted().toList());
    }
}
