package erp.assistant.impl.sql;

import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The assistant's data source. While it is guarded, it knows when nobody has a connection, so that an embedded database can be
 * closed and opened again in between, and it gives out no connection that is left over from before. Safe for use by many threads.
 */
public final class GuardedDataSource implements DataSource {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    /** More than any pool holds. */
    private static final int MOST_STALE = 1000;

    /** H2's words for a connection whose database has been closed: object, database, database called at shutdown. */
    private static final Set<String> CLOSED = Set.of("90007", "90098", "90121");

    /** What is done while nobody else has a connection. */
    interface Alone {
        void run() throws SQLException;
    }

    private final DataSource pool;
    private final Door door = new Door();
    private volatile boolean guarded = true;

    public GuardedDataSource(DataSource pool) {
        this.pool = pool;
    }

    /** From now on the pool's connections are given out as they are. */
    void stopGuarding() {
        guarded = false;
    }

    /** Does the work while nobody has a connection; false, without doing it, if somebody had one all the time. */
    boolean alone(Duration patience, Alone work) throws SQLException {
        if (!door.shut(patience)) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            door.open();
        }
    }

    /** Whether a connection can be had without waiting for somebody who is alone, or can within so long. */
    public boolean awaitOpen(Duration patience) {
        return door.awaitOpen(patience);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!guarded) {
            return pool.getConnection();
        }
        door.enter();
        try {
            return GuardedConnection.of(living(), door::leave);
        } catch (SQLException | RuntimeException | Error e) {
            door.leave();
            throw e;
        }
    }

    /** A connection whose database is open. For who is inside, or alone. */
    Connection living() throws SQLException {
        SQLException last = null;
        for (int i = 0; i < MOST_STALE; i++) {
            try {
                Connection connection = pool.getConnection();
                if (connection.isValid(0)) {
                    return connection;
                }
                discard(connection);
            } catch (SQLException e) {
                if (!CLOSED.contains(e.getSQLState())) {
                    throw e;
                }
                last = e;
            }
        }
        throw new SQLNonTransientConnectionException("the pool has only connections of a closed database", last);
    }

    /** Gives a connection of a closed database back in such a way that the pool forgets it. */
    static void discard(Connection connection) {
        try (connection) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a connection of a closed database was given back", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the server's configuration has the user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
