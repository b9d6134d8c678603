package erp.assistant.impl.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Refuses as many connections as a test asks for. */
final class FailingDataSource extends DelegatingDataSource {

    final AtomicInteger failures = new AtomicInteger();

    FailingDataSource(DataSource delegate) {
        super(delegate);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new SQLException("database is away");
        }
        return delegate.getConnection();
    }
}
