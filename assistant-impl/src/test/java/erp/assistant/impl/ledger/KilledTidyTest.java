package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.sql.FileTidy;
import erp.assistant.impl.sql.GuardedDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed while it makes the ledger's file small has lost no row, whatever it was at. */
class KilledTidyTest {

    private static final int ANSWERS = 400;

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private static Path ready;

    @TempDir
    private Path directory;

    private static Set<String> calls = Set.of();

    /** When the process is killed, by what is seen of its files. */
    private enum Stage {
        CLOSING {
            @Override
            boolean reached(EmbeddedLedger ledger, long before) {
                return true;
            }
        },
        BEGUN {
            @Override
            boolean reached(EmbeddedLedger ledger, long before) {
                return Files.exists(ledger.temporary());
            }
        },
        WRITING {
            @Override
            boolean reached(EmbeddedLedger ledger, long before) {
                return written(ledger) > 20_000 || ledger.bytes() < before;
            }
        },
        MOSTLY_WRITTEN {
            @Override
            boolean reached(EmbeddedLedger ledger, long before) {
                return written(ledger) > 400_000 || ledger.bytes() < before;
            }
        },
        IN_PLACE {
            @Override
            boolean reached(EmbeddedLedger ledger, long before) {
                return ledger.bytes() < before;
            }
        };

        /** Looked at again and again by who kills. */
        abstract boolean reached(EmbeddedLedger ledger, long before);

        private static long written(EmbeddedLedger ledger) {
            try {
                return Files.size(ledger.temporary());
            } catch (IOException e) {
                // Not there yet, or not any more.
                return 0;
            }
        }
    }

    @BeforeAll
    static void use() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(new EmbeddedLedger(ready).dataSource());
        Schema.migrate(pool);
        EmbeddedLedger.book(pool, ANSWERS);
        calls = EmbeddedLedger.calls(pool);
        pool.dispose();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void noRowIsLost(Stage stage) throws Exception {
        EmbeddedLedger ledger = new EmbeddedLedger(directory);
        Files.copy(new EmbeddedLedger(ready).file(), ledger.file());
        Process tidying = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tidying.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(tidying.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("tidying");
            long before = ledger.bytes();
            while (!stage.reached(ledger, before) && tidying.isAlive()) {
                Thread.onSpinWait();
            }
            tidying.toHandle().destroyForcibly();
            int unused = tidying.waitFor();
        }

        JdbcConnectionPool next = JdbcConnectionPool.create(ledger.dataSource());
        GuardedDataSource guarded = new GuardedDataSource(next);
        assertThat(EmbeddedLedger.calls(guarded)).hasSize(ANSWERS).isEqualTo(calls);
        new FileTidy(guarded, () -> 1, CLOCK).run();
        EmbeddedLedger.book(guarded, 1);
        assertThat(EmbeddedLedger.calls(guarded)).hasSize(ANSWERS + 1).containsAll(calls);
        assertThat(ledger.temporary()).doesNotExist();
        next.dispose();
    }

    /** Tells when it begins, tidies, and waits to be killed. */
    static final class Tidying {

        private Tidying() {}

        public static void main(String[] arguments) throws IOException {
            GuardedDataSource guarded =
                    new GuardedDataSource(ServerPool.of(new EmbeddedLedger(Path.of(arguments[0])).dataSource()));
            System.out.println("tidying");
            new FileTidy(guarded, () -> 1, CLOCK).run();
            int unused = System.in.read();
        }
    }
}
