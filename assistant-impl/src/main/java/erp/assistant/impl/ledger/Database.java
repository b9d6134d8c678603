package erp.assistant.impl.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
    private final GroupCommit group = new GroupCommit(this);

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns how many rows it changed. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statements statements = new Statements(connection)) {
            int changed = statements.update(sql, values);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return changed;
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statements statements = new Statements(connection)) {
            List<T> result = statements.query(sql, reader, values);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        }
    }

    /** All of the work, or nothing of it if it throws. */
    <T> T transaction(Work<T> work) throws SQLException {
        List<T> result = new ArrayList<>(1);
        session(session -> {
            result.add(work.with(session.statements()));
            session.commit();
        });
        return result.get(0);
    }

    /** The same in a transaction that works of other threads may share; see {@link GroupCommit}. */
    <T> T together(Work<T> work) throws SQLException {
        return group.write(work);
    }

    /** One transaction after the other on one connection; the last is rolled back if this throws. */
    void session(SessionWork work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try (Statements statements = new Statements(connection)) {
                Session session = new Session(connection, statements);
                try {
                    work.with(session);
                } catch (SQLException | RuntimeException | Error e) {
                    session.rollback(e);
                    throw e;
                }
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    /** What is done on one connection. */
    interface SessionWork {
        void with(Session session) throws SQLException;
    }

    /** A connection whose transactions are ended by hand; what follows an end begins the next. */
    record Session(Connection connection, Statements statements) {

        void commit() throws SQLException {
            connection.commit();
        }

        /** A rollback that fails as well is told with the cause. */
        void rollback(Throwable cause) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
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
