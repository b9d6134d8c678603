package erp.assistant.impl.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a query's result, detached from the database. */
final class RowData {

    private final Columns columns;
    private final List<@Nullable Object> values = new ArrayList<>();

    RowData(Columns columns, ResultSet row) throws SQLException {
        this.columns = columns;
        for (int i = 0; i < columns.count(); i++) {
            values.add(read(row, i));
        }
    }

    private @Nullable Object read(ResultSet row, int i) throws SQLException {
        return switch (columns.kindAt(i)) {
            case TEXT -> row.getString(i + 1);
            case DATE -> row.getObject(i + 1, LocalDate.class);
            case MOMENT ->
                columns.zonedAt(i)
                        ? row.getObject(i + 1, OffsetDateTime.class)
                        : row.getObject(i + 1, LocalDateTime.class);
            case FLAG -> flag(row, i);
            case NUMBER, OTHER -> row.getObject(i + 1);
            case BINARY -> null;
        };
    }

    private static @Nullable Object flag(ResultSet row, int i) throws SQLException {
        boolean value = row.getBoolean(i + 1);
        return row.wasNull() ? null : (Object) value;
    }

    boolean has(String column) {
        return columns.has(column);
    }

    @Nullable
    Object value(String column) {
        return values.get(columns.position(column));
    }

    /** The value as text; empty if it is null. */
    String text(String column) {
        Object value = value(column);
        return value == null ? "" : value.toString();
    }

    /** The first column as text. */
    String firstText() {
        Object value = values.get(0);
        return value == null ? "" : value.toString().strip();
    }
}
