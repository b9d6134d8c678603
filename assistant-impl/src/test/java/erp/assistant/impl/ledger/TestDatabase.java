package erp.assistant.impl.ledger;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that the ledger is tested on. */
public enum TestDatabase {
    H2 {
        @Override
        public DataSource migrated() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            Schema.migrate(dataSource);
            return dataSource;
        }
    },
    POSTGRESQL {
        @Override
        public DataSource migrated() {
            return PostgreSql.started().ledger();
        }
    };

    /** Held, so that its level is; Flyway tells a page for each database. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    /** A ledger without rows. */
    public abstract DataSource migrated();
}
