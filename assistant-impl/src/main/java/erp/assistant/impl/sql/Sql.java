package erp.assistant.impl.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL on the assistant's database: statements that are committed before the method returns, or several in one transaction. Blocks
 * the caller; safe for use by many threads.
 *
 * <p>Instants are cut to the microsecond, which both H2 and PostgreSQL keep.
 */
public final class Sql {

    /** SQLSTATE of a row that is there already; H2 and PostgreSQL say the same. */
    public static final String UNIQUE_VIOLATION = "23505";

    /** Reads one row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done in one transaction. */
    public interface Work<T> {
        T with(Statements statements) throws SQLException;
    }

    /** What is done on one connection. */
    public interface SessionWork {
        void with(Session session) throws SQLException;
    }

    private final DataSource dataSource;
    private final int longestText;

    /** Over a database whose tables the ledger's schema has made; texts are stored in their whole length. */
    public Sql(DataSource dataSource) {
        this(dataSource, Integer.MAX_VALUE);
    }

    /** @param longestText what of a text is stored, in characters, where it is not said to be {@link Statements.Whole} */
    public Sql(DataSource dataSource, int longestText) {
        this.dataSource = dataSource;
        this.longestText = longestText;
    }

    /** Returns how many rows it changed. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        return single(statements -> statements.update(sql, values));
    }

    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
        return single(statements -> statements.query(sql, reader, values));
    }

    /** One statement, which needs no transaction beside its own. */
    private <T> T single(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statements statements = new Statements(connection, longestText)) {
            T result = work.with(statements);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        }
    }

    /** All of the work, committed before this returns, or nothing of it if it throws. */
    public <T> T transaction(Work<T> work) throws SQLException {
        List<T> result = new ArrayList<>(1);
        session(session -> {
            result.add(work.with(session.statements()));
            session.commit();
        });
        return result.get(0);
    }

    /** One transaction after the other on one connection; the last is rolled back if this throws. */
    public void session(SessionWork work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try (Statements statements = new Statements(connection, longestText)) {
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

    /** A connection whose transactions are ended by hand; what follows an end begins the next. */
    public record Session(Connection connection, Statements statements) {

        public void commit() throws SQLException {
            connection.commit();
        }

        /** A rollback that fails as well is told with the cause. */
        public void rollback(Throwable cause) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The instant, empty if null. */
    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
        Long value = longOrNull(row, column);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** The text, empty if null. */
    public static String text(ResultSet row, String column) throws SQLException {
        return optionalText(row, column).orElse("");
    }

    public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
