package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped address of the embedded database means by a commit: a process that is killed has lost no row. */
class KilledWriterTest {

    private static final int ROWS_BEFORE_DEATH = 200;

    @TempDir
    private Path directory;

    @RepeatedTest(3)
    void aRowWhoseInsertReturnedIsThereAfterKillMinus9() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = toldUntilKilled(writer);
        assertThat(writer.waitFor()).as("the exit of a killed process").isNotZero();

        Set<String> there = Set.copyOf(new Database(EmbeddedDatabase.in(directory))
                .query(
                        "SELECT call_id, state FROM attempt",
                        row -> row.getString("call_id") + " " + row.getString("state")));
        assertThat(told).hasSizeGreaterThanOrEqualTo(ROWS_BEFORE_DEATH);
        for (String line : told) {
            String call = line.substring(0, line.indexOf(' '));
            // One that was told as open may have been settled before it could be told.
            assertThat(there.contains(line) || there.contains(call + " settled"))
                    .as(line)
                    .isTrue();
        }
    }

    /**
     * Kills by the handle, since a process closes its pipe when it is told to end. Reads on until the writer is dead: what it has
     * told before then is in the pipe.
     */
    private static List<String> toldUntilKilled(Process writer) throws IOException {
        List<String> told = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("open") || line.endsWith("settled")) {
                    told.add(line);
                }
                if (told.size() == ROWS_BEFORE_DEATH) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        return told;
    }

    /** Opens and settles attempts, and tells each once the ledger has returned. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws SQLException {
            // A pool, as in the server: with its last connection H2 would close the file each time.
            JdbcConnectionPool dataSource = JdbcConnectionPool.create(EmbeddedDatabase.in(Path.of(arguments[0])));
            Schema.migrate(dataSource);
            Bookings bookings = new Bookings(dataSource);
            while (true) {
                OpenAttempt open = bookings.open(Instant.now(), "1000", "claude-haiku-4-5");
                UUID call = open.id().call();
                System.out.println(call + " open");
                bookings.settle(open, 1, 1, "end", Instant.now());
                System.out.println(call + " settled");
            }
        }
    }
}
