package erp.assistant.impl.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** As an application server pools: a connection that is closed is given out again as it is, dead or not, unless it was aborted. */
final class ServerPool {

    private final DataSource database;
    private final ConcurrentLinkedDeque<Connection> free = new ConcurrentLinkedDeque<>();

    private ServerPool(DataSource database) {
        this.database = database;
    }

    static DataSource of(DataSource database) {
        ServerPool pool = new ServerPool(database);
        return (DataSource) Proxy.newProxyInstance(
                ServerPool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return pool.connection();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection connection() throws SQLException {
        Connection pooled = free.poll();
        Connection connection = pooled != null ? pooled : database.getConnection();
        AtomicBoolean back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                ServerPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (back.compareAndSet(false, true)) {
                                free.push(connection);
                            }
                            return null;
                        }
                        case "abort" -> {
                            back.set(true);
                            return null;
                        }
                        default -> {
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }
}
