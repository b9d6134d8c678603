package erp.assistant.impl.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements on the assistant's database, several of them in one transaction. Blocks the caller; safe for use by many threads.
 *
 * <p>Instants are cut to the microsecond, which both H2 and PostgreSQL keep; texts are stored in their whole length.
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
        T with(Transaction transaction) throws SQLException;
    }

    private final DataSource dataSource;

    /** Over a database whose tables the ledger's schema has made. */
    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All of the work, committed before this returns, or nothing of it if it throws. */
    public <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.with(new Transaction(connection));
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

    public int update(String sql, Object... values) throws SQLException {
        return transaction(transaction -> transaction.update(sql, values));
    }

    public <T> List<T> query(String sql, RowReader<T> reader, Object... values) throws SQLException {
        return transaction(transaction -> transaction.query(sql, reader, values));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A rollback that fails as well is told with the cause. */
    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Statements that are committed together. For one thread. */
    public static final class Transaction {

        private final Connection connection;

        Transaction(Connection connection) {
            this.connection = connection;
        }

        /** Returns how many rows it changed. */
        public int update(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values)) {
                return statement.executeUpdate();
            }
        }

        public <T> List<T> query(String sql, RowReader<T> reader, Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values);
                    ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        }

        private PreparedStatement prepared(String sql, Object... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            try {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, stored(values[i]));
                }
                return statement;
            } catch (SQLException | RuntimeException e) {
                statement.close();
                throw e;
            }
        }

        private static @Nullable Object stored(Object value) {
            if (value instanceof Instant instant) {
                return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            }
            // PostgreSQL takes no U+0000.
            return value instanceof String text ? text.replace('\0', ' ') : value;
        }
    }
}
