package erp.assistant.impl.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The databases that the ledger is tested on. */
enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return dataSource;
        }
    },
    /** A real server, one for all tests of this process. */
    POSTGRESQL {
        @Override
        DataSource empty() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            EmbeddedPostgres server = Server.started();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return server.getDatabase("postgres", name);
        }
    };

    /** A database without tables. */
    abstract DataSource empty();

    /** A database with the tables that Flyway makes. */
    DataSource migrated() {
        DataSource dataSource = empty();
        Schema.migrate(dataSource);
        return dataSource;
    }

    private static final class Server {
        private static @Nullable EmbeddedPostgres started;

        static synchronized EmbeddedPostgres started() {
            if (started == null) {
                try {
                    // Ends with the process. Runs as root too, by a user namespace of its own.
                    started = EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "100")
                            .start();
                } catch (IOException e) {
                    throw new UncheckedIOException("PostgreSQL did not start", e);
                }
            }
            return started;
        }
    }
}
