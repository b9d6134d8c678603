package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads that are interrupted while they write, as Open Liberty's are at an application's stop. H2's ordinary file closes then, and
 * takes the database along.
 */
class InterruptedWriterTest {

    private static final int WRITERS = 4;
    private static final int ROWS_EACH = 150;

    @TempDir
    private Path directory;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void eachRowWhoseInsertReturnedIsThereAndTheDatabaseStaysOpen() throws Exception {
        JdbcConnectionPool server = JdbcConnectionPool.create(EmbeddedDatabase.in(directory));
        Schema.migrate(server);
        Semaphore written = new Semaphore(0);
        List<Thread> writers = start(server, written);
        for (int i = 0; i < WRITERS * ROWS_EACH / 2; i++) {
            // One that may be within a write, for it has not ended and writes nothing else.
            written.acquire();
            writers.get(i % WRITERS).interrupt();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        new Bookings(server).open(Instant.now(), "1000", "claude-haiku-4-5");
        server.dispose();

        assertThat(failures).as("failures of interrupted writers").isEmpty();
        assertThat(told).hasSize(WRITERS * ROWS_EACH);
        assertThat(Set.copyOf(new Database(EmbeddedDatabase.in(directory))
                        .query("SELECT call_id FROM attempt", row -> row.getString("call_id"))))
                .hasSize(WRITERS * ROWS_EACH + 1)
                .containsAll(told);
    }

    private List<Thread> start(JdbcConnectionPool server, Semaphore written) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> {
                Bookings bookings = new Bookings(server);
                for (int row = 0; row < ROWS_EACH; row++) {
                    write(bookings, written);
                }
            });
            writer.start();
            writers.add(writer);
        }
        return writers;
    }

    private void write(Bookings bookings, Semaphore written) {
        try {
            told.add(bookings.open(Instant.now(), "1000", "claude-haiku-4-5")
                    .id()
                    .call()
                    .toString());
        } catch (SQLException | RuntimeException e) {
            failures.add(e);
        } finally {
            written.release();
        }
    }
}
