package erp.assistant.impl.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database whose next commits lose against other transactions, as often as a test asks for. */
final class LosingDataSource {

    final AtomicInteger losses = new AtomicInteger();
    private final DataSource delegate;

    LosingDataSource(DataSource delegate) {
        this.delegate = delegate;
    }

    DataSource asDataSource() {
        return proxy(DataSource.class, delegate);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        ((Connection) target).rollback();
                        throw new SQLException("deadlock", "40001");
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
