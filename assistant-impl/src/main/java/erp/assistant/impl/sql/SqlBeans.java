package erp.assistant.impl.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes {@link Sql} from the server's data source. */
@Singleton
class SqlBeans {

    @Resource(lookup = "jdbc/assistant")
    private @Nullable DataSource dataSource;

    @Produces
    @Singleton
    Sql sql() {
        if (dataSource == null) {
            throw new IllegalStateException("the server has no data source jdbc/assistant");
        }
        return new Sql(dataSource);
    }
}
