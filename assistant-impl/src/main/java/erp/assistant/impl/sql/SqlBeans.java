package erp.assistant.impl.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes {@link Sql} from the server's data source, which all parts use by {@link GuardedDataSource} only. */
@Singleton
class SqlBeans {

    // transactional="false" in the server's configuration: a row is committed when its statement returns.
    @Resource(lookup = "jdbc/assistant")
    private @Nullable DataSource dataSource;

    @Produces
    @Singleton
    GuardedDataSource dataSource() {
        if (dataSource == null) {
            throw new IllegalStateException("the server has no data source jdbc/assistant");
        }
        return new GuardedDataSource(dataSource);
    }

    @Produces
    @Singleton
    Sql sql(GuardedDataSource guarded) {
        return new Sql(guarded);
    }
}
