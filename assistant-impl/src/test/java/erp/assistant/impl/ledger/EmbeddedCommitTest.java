package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the embedded database has in its file when a commit returns. Without {@code REUSE_SPACE=FALSE} H2 2.2 to 2.5 write a header
 * that names the chunk before the last one, so that rows that are committed are not found by whoever opens the file after the
 * process has died.
 */
class EmbeddedCommitTest {

    private static final int COMMITS = 400;

    @TempDir
    private Path directory;

    @Test
    void theFileThatAKilledServerWouldLeaveHasEachCommittedRow() throws SQLException, IOException {
        // As if what is not needed any more had been so for a minute.
        JdbcConnectionPool server = JdbcConnectionPool.create(
                EmbeddedDatabase.at(directory.resolve("assistant"), EmbeddedDatabase.SETTINGS + ";RETENTION_TIME=0"));
        Schema.migrate(server);
        Bookings bookings = new Bookings(server);
        try {
            for (int i = 1; i <= COMMITS; i++) {
                bookings.open(Instant.now(), "1000", "claude-haiku-4-5");

                assertThat(rowsAfterDeath()).as("rows after %d commits", i).isEqualTo(i);
            }
        } finally {
            server.dispose();
        }
    }

    /** Opens the file as it is now: nothing is being written at this moment. */
    private long rowsAfterDeath() throws SQLException, IOException {
        Files.copy(
                directory.resolve("assistant.mv.db"),
                directory.resolve("left.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        return new Database(EmbeddedDatabase.at(directory.resolve("left"), ""))
                .query("SELECT COUNT(*) AS n FROM attempt", row -> row.getLong("n"))
                .get(0);
    }
}
