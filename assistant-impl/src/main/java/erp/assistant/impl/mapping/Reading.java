package erp.assistant.impl.mapping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A connection on which nothing but reading happens: it is read-only, all its statements see one state of the data where the
 * database can do that, and its transaction is always rolled back. For one thread.
 */
final class Reading implements AutoCloseable {

    private final Connection connection;
    private final int seconds;
    private final boolean readOnly;
    private final boolean autoCommit;
    private final int isolation;

    /** @param timeout of each statement */
    Reading(DataSource dataSource, Duration timeout) throws SQLException {
        this.connection = dataSource.getConnection();
        this.seconds = (int) timeout.toSeconds();
        this.readOnly = connection.isReadOnly();
        this.autoCommit = connection.getAutoCommit();
        this.isolation = connection.getTransactionIsolation();
        try {
            connection.setReadOnly(true);
            if (connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The first rows of a result, at most {@code most}. */
    List<RowData> rows(Sql sql, Parameters parameters, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
            statement.setQueryTimeout(seconds);
            statement.setMaxRows(most);
            int position = 0;
            for (String parameter : sql.parameters()) {
                statement.setObject(++position, parameters.value(parameter));
            }
            try (ResultSet result = statement.executeQuery()) {
                Columns columns = new Columns(result.getMetaData());
                List<RowData> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(new RowData(columns, result));
                }
                return rows;
            }
        }
    }

    Optional<RowData> first(Sql sql, Parameters parameters) throws SQLException {
        return rows(sql, parameters, 1).stream().findFirst();
    }

    /** The columns of a result without running the query; empty if the driver cannot tell them before. */
    Optional<Columns> columns(Sql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
            ResultSetMetaData metaData = statement.getMetaData();
            return metaData == null ? Optional.empty() : Optional.of(new Columns(metaData));
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
        }
    }
}
