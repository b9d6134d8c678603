package erp.assistant.impl.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Loses its connections instead of committing, from as many commits on as a test asks for. */
final class BreakingDataSource extends DelegatingDataSource {

    private static final int WHOLE = Integer.MAX_VALUE;

    private int commitsLeft = WHOLE;

    BreakingDataSource(DataSource delegate) {
        super(delegate);
    }

    synchronized void breakAfterCommits(int commits) {
        commitsLeft = commits;
    }

    void heal() {
        breakAfterCommits(WHOLE);
    }

    private synchronized boolean mayCommit() {
        return commitsLeft == WHOLE || commitsLeft-- > 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = delegate.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && !mayCommit()) {
                        connection.rollback();
                        throw new SQLException("connection lost");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
