package erp.assistant.impl.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A ledger in a file, by the address of assistant.xml. */
final class EmbeddedLedger {

    private final Path directory;

    EmbeddedLedger(Path directory) {
        this.directory = directory;
    }

    Path file() {
        return directory.resolve("assistant.mv.db");
    }

    /** What a tidying writes into. */
    Path temporary() {
        return directory.resolve("assistant.mv.db.tempFile");
    }

    long bytes() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JdbcDataSource dataSource() {
        return EmbeddedDatabase.in(directory);
    }

    /** Writes answers with an attempt each, in the many small transactions that make the file large. */
    static void book(DataSource open, int answers) throws SQLException {
        Bookings bookings = new Bookings(open);
        for (int i = 0; i < answers; i++) {
            long unused = bookings.any(Instant.now());
        }
    }

    /** The calls of all attempts, each settled and with its history and its answer. */
    static Set<String> calls(DataSource open) throws SQLException {
        return new Database(open)
                .query("""
                        SELECT a.call_id FROM attempt a JOIN answer o ON o.call_id = a.call_id
                          JOIN settlement s ON s.call_id = a.call_id AND s.cost_after = a.cost_nanos
                        WHERE a.state = 'settled' AND o.state = 'settled' AND o.cost_nanos = a.cost_nanos""", row -> row.getString("call_id")).stream().collect(Collectors.toSet());
    }
}
