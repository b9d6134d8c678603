package erp.assistant.impl.cache;

import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.Sql;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/**
 * Removes shared answers that are too old or too many, the oldest first, in batches; all of them where answers are not shared. Several
 * servers may sweep at once.
 */
@Singleton
public final class CacheSweep implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.cache");

    static final int BATCH = 500;

    private static final String TOO_OLD = """
            DELETE FROM cached_answer WHERE cache_key IN (
              SELECT cache_key FROM cached_answer WHERE stored_at <= ? ORDER BY stored_at FETCH FIRST %d ROWS ONLY)""".formatted(BATCH);

    private static final String SURPLUS = """
            DELETE FROM cached_answer WHERE cache_key IN (
              SELECT cache_key FROM cached_answer ORDER BY stored_at FETCH FIRST %d ROWS ONLY)""";

    private final Sql sql;
    private final SettingsSource settings;
    private final Clock clock;

    @Inject
    public CacheSweep(Sql sql, SettingsSource settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** Never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            Settings now = settings.current();
            boolean shared = now.remembering().sharedCache();
            Instant until = shared ? clock.instant().minus(AnswerCache.kept(now)) : clock.instant();
            int removed;
            do {
                removed = sql.update(TOO_OLD, until);
            } while (removed == BATCH);
            removeSurplus(now.cacheEntries());
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, "old shared answers could not be removed; tried again later", e);
        }
    }

    private void removeSurplus(int most) throws SQLException {
        long surplus = sql.query("SELECT COUNT(*) AS n FROM cached_answer", row -> row.getLong("n"))
                        .get(0)
                - most;
        while (surplus > 0) {
            int removed = sql.update(SURPLUS.formatted(Math.min(surplus, BATCH)));
            if (removed == 0) {
                return;
            }
            surplus -= removed;
        }
    }
}
