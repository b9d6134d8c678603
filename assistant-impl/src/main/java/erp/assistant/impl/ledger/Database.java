package erp.assistant.impl.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL statements, each committed before the method returns, or several in one transaction. Blocks the caller.
 *
 * <p>Instants are cut to the microsecond, which both H2 and PostgreSQL keep.
 */
final class Database {

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T with(Statements statements) throws SQLException;
    }

    /** A text that is stored in its whole length, because whoever passes it has limited it. */
    record Whole(String text) {}

    /**
     * An array.
     *
     * @param type of its elements, in PostgreSQL's words
     */
    record Elements(String type, List<? extends @Nullable Object> values) {}

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns how many rows it changed. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            int changed = new Statements(connection).update(sql, values);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return changed;
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<T> result = new Statements(connection).query(sql, reader, values);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        }
    }

    /** All of the work, or nothing of it if it throws. */
    <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.with(new Statements(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The instant, empty if null. */
    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The text, empty if null. */
    static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
