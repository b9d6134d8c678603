package erp.assistant.impl.ledger;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A real PostgreSQL server, one for all tests of this process, with which it ends. Flyway makes the tables once; each test works on
 * a copy, which is gone when the next one asks for its own. Used by one thread at a time.
 *
 * <p>Where it cannot be started the tests are skipped, but on a build server, where CI is set, they fail.
 */
final class PostgreSql {

    private static final String TEMPLATE = "ledger_template";

    private static @Nullable PostgreSql running;
    private static String refusal = "";

    private final EmbeddedPostgres server;
    private int copies;
    private @Nullable JdbcConnectionPool latest;

    private PostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    static synchronized PostgreSql started() {
        if (running == null && refusal.isEmpty()) {
            start();
        }
        return running != null ? running : none();
    }

    private static void start() {
        try {
            PostgreSql started = new PostgreSql(EmbeddedPostgres.builder()
                    // A test's rows need not survive the power.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start());
            started.execute("CREATE DATABASE " + TEMPLATE);
            Schema.migrate(started.server.getDatabase("postgres", TEMPLATE));
            running = started;
        } catch (IOException | IllegalStateException e) {
            refusal = "PostgreSQL does not start on this machine: " + e.getMessage();
        }
    }

    private static PostgreSql none() {
        return System.getenv("CI") == null ? abort(refusal) : fail(refusal + ", but CI is set");
    }

    /** An empty ledger; the one before is removed. */
    synchronized DataSource ledger() {
        if (latest != null) {
            latest.dispose();
            execute("DROP DATABASE " + name() + " WITH (FORCE)");
        }
        copies++;
        execute("CREATE DATABASE " + name() + " TEMPLATE " + TEMPLATE);
        PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
        connections.setUrl(server.getJdbcUrl("postgres", name()));
        latest = JdbcConnectionPool.create(connections);
        return latest;
    }

    private String name() {
        return "ledger_" + copies;
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
