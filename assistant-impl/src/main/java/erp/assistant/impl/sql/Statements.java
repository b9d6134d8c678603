package erp.assistant.impl.sql;

import erp.assistant.impl.sql.Sql.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQL statements on one connection, each prepared once; the commit is whoever's connection it is. Not safe for use by several
 * threads.
 */
public final class Statements implements AutoCloseable {

    /** Rows that a driver holds in memory at once while a result is gone through. */
    private static final int FETCH_ROWS = 1000;

    /** Takes one row of a result that need not fit into memory. */
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** A text that is stored in its whole length, because whoever passes it has limited it. */
    public record Whole(String text) {}

    /**
     * An array.
     *
     * @param type of its elements, in PostgreSQL's words
     */
    public record Elements(String type, List<? extends @Nullable Object> values) {}

    private final Connection connection;
    private final int longestText;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param longestText what of a text is stored, in characters */
    Statements(Connection connection, int longestText) {
        this.connection = connection;
        this.longestText = longestText;
    }

    /** Returns how many rows it changed. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        set(statement, values);
        return statement.executeUpdate();
    }

    /** The same statement once for each of the rows, in their order; returns how many rows each changed. */
    public int[] updateAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        PreparedStatement statement = prepared(sql);
        for (@Nullable Object[] row : rows) {
            set(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        List<T> result = new ArrayList<>();
        visit(sql, row -> result.add(reader.read(row)), values);
        return result;
    }

    public void visit(String sql, RowVisitor visitor, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        statement.setFetchSize(FETCH_ROWS);
        set(statement, values);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                visitor.visit(rows);
            }
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /** Gives back what was prepared; the connection stays open. */
    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }

    private void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
    }

    private @Nullable Object stored(@Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Elements elements) {
            return connection.createArrayOf(elements.type(), elements.values().toArray());
        }
        if (value instanceof Whole whole) {
            return clean(whole.text());
        }
        if (value instanceof String text) {
            String clean = clean(text);
            return clean.length() > longestText ? clean.substring(0, longestText) : clean;
        }
        return value;
    }

    /** PostgreSQL takes no U+0000. */
    private static String clean(String text) {
        return text.replace('\0', ' ');
    }
}
