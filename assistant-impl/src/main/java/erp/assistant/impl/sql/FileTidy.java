package erp.assistant.impl.sql;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the file of an embedded database small when it has grown large and half of it or more is not in use any more. Its size
 * falls to what is in use; no row is lost, whenever the process is killed. Does nothing with any other database.
 *
 * <p>While it is at it, whoever wants a connection waits: some seconds for each gigabyte in use.
 */
public final class FileTidy {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    /** For who has a connection at the moment; so long others are held up in vain if it is not given back. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration REST_WHEN_IN_USE = Duration.ofMinutes(10);
    private static final Duration REST_WHEN_FAILED = Duration.ofHours(12);

    /** So often in a row is most of a night: a connection is never given back. */
    private static final int MOST_IN_USE = 10;

    private final GuardedDataSource source;
    private final LongSupplier from;
    private final Clock clock;
    private Instant notBefore = Instant.MIN;
    private int inUse;
    private @Nullable Optional<EmbeddedFile> file;

    /** @param from the size of the file from which on it is tidied, in bytes; 0 for never */
    public FileTidy(GuardedDataSource source, LongSupplier from, Clock clock) {
        this.source = source;
        this.from = from;
        this.clock = clock;
    }

    /** Tidies the file if it is worth it and nobody holds a connection for long; never throws. Leaves it for a while after a failure. */
    public synchronized void run() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            Optional<EmbeddedFile> found = file();
            long least = from.getAsLong();
            if (found.isPresent() && least > 0 && found.get().bytes() >= least) {
                consider(found.get());
            }
        } catch (SQLException | IOException | RuntimeException e) {
            failed("the ledger's file could not be made small", e);
        }
    }

    private void failed(String what, @Nullable Throwable cause) {
        notBefore = clock.instant().plus(REST_WHEN_FAILED);
        LOG.log(
                Level.WARNING,
                what
                        + "; it goes on growing. The admin manual says how it is made small by hand, with the server stopped",
                cause);
    }

    private Optional<EmbeddedFile> file() throws SQLException {
        if (file == null) {
            file = possible() ? EmbeddedFile.of(source) : Optional.empty();
            if (file.isEmpty()) {
                source.stopGuarding();
            }
        }
        return file;
    }

    /** A database that cannot be reached is told by who needs it. */
    private boolean possible() {
        try {
            return EmbeddedFile.possible(source);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the ledger's database cannot be reached", e);
            return false;
        }
    }

    private void consider(EmbeddedFile found) throws SQLException, IOException {
        long before = found.bytes();
        long live = found.liveBytes();
        if (live > before / 2) {
            LOG.log(Level.DEBUG, "{0} has {1} of {2} in use: it stays", found.path(), size(live), size(before));
            return;
        }
        long free = found.freeOnDisk();
        if (free < 2 * live) {
            failed(
                    "the ledger's file " + found.path() + " of " + size(before)
                            + " could not be made small: that takes up to " + size(2 * live)
                            + " of space, and there are " + size(free),
                    null);
            return;
        }
        long start = System.nanoTime();
        if (!source.alone(PATIENCE, found::compact)) {
            inUse++;
            if (inUse >= MOST_IN_USE) {
                inUse = 0;
                failed("the ledger's file " + found.path() + " was in use each time it was to be made small", null);
                return;
            }
            notBefore = clock.instant().plus(REST_WHEN_IN_USE);
            LOG.log(Level.INFO, "the ledger''s file {0} is in use; tidied later", found.path());
            return;
        }
        inUse = 0;
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        long after = found.bytes();
        String done = "the ledger's file " + found.path() + " of " + size(before) + " was written anew in " + millis
                + " ms: " + size(after);
        if (after < before) {
            LOG.log(Level.INFO, done);
        } else {
            failed(done, null);
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
