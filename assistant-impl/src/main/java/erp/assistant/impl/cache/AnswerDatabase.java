package erp.assistant.impl.cache;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.Sql;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Shares answers through the table {@code cached_answer}, while the configuration says so. Safe for use by many threads and by
 * several servers.
 *
 * <p>A question waits for it at most {@link #PATIENCE}. A database that takes longer, or fails, is not asked again for {@link #REST}:
 * then there is only this server's memory. At most {@value #MOST_AT_ONCE} statements are under way, so that a database that hangs
 * holds no more threads; what comes beyond is not shared.
 */
final class AnswerDatabase implements SharedAnswers {

    private static final System.Logger LOG = System.getLogger("erp.assistant.cache");

    static final Duration PATIENCE = Duration.ofMillis(250);
    static final Duration REST = Duration.ofSeconds(15);
    static final int MOST_AT_ONCE = 8;

    /** A model's longest answer has far fewer characters. */
    static final int LONGEST = 200_000;

    private static final String FIND =
            "SELECT call_id, provider, model, sealed, stored_at FROM cached_answer WHERE cache_key = ?";
    private static final String REPLACE = """
            UPDATE cached_answer SET call_id = ?, provider = ?, model = ?, sealed = ?, stored_at = ? WHERE cache_key = ?""";
    private static final String INSERT = """
            INSERT INTO cached_answer (call_id, provider, model, sealed, stored_at, cache_key) VALUES (?, ?, ?, ?, ?, ?)""";

    private final Sql sql;
    private final Executor executor;
    private final SettingsSource settings;
    private final Clock clock;
    private final Sealing sealing = new Sealing();
    private final Semaphore underWay = new Semaphore(MOST_AT_ONCE);
    private volatile Instant restsUntil = Instant.MIN;

    /** @param executor for work that blocks; never the caller's own thread */
    AnswerDatabase(Sql sql, Executor executor, SettingsSource settings, Clock clock) {
        this.sql = sql;
        this.executor = executor;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<CachedAnswer> find(CacheKey key) {
        CompletableFuture<Optional<CachedAnswer>> reading = start(() -> read(key));
        if (reading == null) {
            return Optional.empty();
        }
        try {
            return reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            rest("takes longer than " + PATIENCE.toMillis() + " ms");
        } catch (ExecutionException e) {
            rest(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void keep(CacheKey key, CachedAnswer answer) {
        if (answer.text().length() > LONGEST) {
            return;
        }
        CompletableFuture<Boolean> writing = start(() -> {
            write(key, answer);
            return true;
        });
        if (writing != null) {
            writing.exceptionally(failure -> {
                rest(String.valueOf(failure.getCause()));
                return false;
            });
        }
    }

    /** What the database is asked. */
    private interface Work<T> {
        T run() throws SQLException, GeneralSecurityException;
    }

    /** Null if it is not to be asked now. */
    private <T> @Nullable CompletableFuture<T> start(Work<T> work) {
        boolean shared = settings.current().remembering().sharedCache()
                && !settings.current().cacheTtl().isZero();
        if (!shared || clock.instant().isBefore(restsUntil) || !underWay.tryAcquire()) {
            return null;
        }
        CompletableFuture<T> end = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                try {
                    end.complete(work.run());
                } catch (SQLException | GeneralSecurityException | RuntimeException | Error e) {
                    end.completeExceptionally(e);
                } finally {
                    underWay.release();
                }
            });
        } catch (RuntimeException e) {
            underWay.release();
            end.completeExceptionally(e);
        }
        return end;
    }

    private void rest(String why) {
        restsUntil = clock.instant().plus(REST);
        LOG.log(Level.WARNING, "answers are not shared for {0} s: the database {1}", REST.toSeconds(), why);
    }

    private Optional<CachedAnswer> read(CacheKey key) throws SQLException {
        List<CachedAnswer> sealed = sql.query(
                FIND,
                row -> new CachedAnswer(
                        row.getObject("call_id", UUID.class),
                        row.getString("sealed"),
                        row.getString("provider"),
                        row.getString("model"),
                        Sql.instant(row, "stored_at")),
                key.id());
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        CachedAnswer found = sealed.get(0);
        try {
            return Optional.of(new CachedAnswer(
                    found.call(), sealing.open(key, found.text()), found.provider(), found.model(), found.storedAt()));
        } catch (GeneralSecurityException e) {
            // Somebody has changed the row; the next answer to this prompt replaces it.
            LOG.log(Level.WARNING, "a shared answer does not open and is not used: {0}", e.toString());
            return Optional.empty();
        }
    }

    private void write(CacheKey key, CachedAnswer answer) throws SQLException, GeneralSecurityException {
        Object[] values = {
            answer.call(),
            answer.provider(),
            answer.model(),
            sealing.seal(key, answer.text()),
            answer.storedAt(),
            key.id()
        };
        if (sql.update(REPLACE, values) > 0) {
            return;
        }
        try {
            sql.update(INSERT, values);
        } catch (SQLException e) {
            // Another server was first with an answer to the same prompt.
            if (!Sql.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
