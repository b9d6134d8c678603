package erp.assistant.impl.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A connection that tells when it is closed, once; all else is the connection's own. */
final class GuardedConnection implements InvocationHandler {

    private final Connection connection;
    private final Runnable closed;
    private final AtomicBoolean told = new AtomicBoolean();

    private GuardedConnection(Connection connection, Runnable closed) {
        this.connection = connection;
        this.closed = closed;
    }

    static Connection of(Connection connection, Runnable closed) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(connection, closed));
    }

    @Override
    @SuppressWarnings("NullAway") // What the method returns, which is null for some.
    public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            if (method.getName().equals("close") && told.compareAndSet(false, true)) {
                closed.run();
            }
        }
    }
}
