package erp.assistant.impl.cache;

import erp.assistant.chat.ChatRequest;
import erp.assistant.impl.config.BudgetStep;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.Blocking;
import erp.assistant.impl.sql.Sql;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The answers of the last while, in this server's memory and, if the configuration says so, shared with other servers; of the
 * memory's, the one unused for longest goes first.
 *
 * <p>Size and age follow the settings in force, so that switching the cache off forgets all answers upon the next question.
 * Safe for use by many threads.
 */
@Singleton
public final class AnswerCache {

    private static final float LOAD_FACTOR = 0.75f;
    private static final int INITIAL_CAPACITY = 64;

    /** How long an answer is kept for when no budget has room; its prompt holds the record as it is then, or it is not used. */
    private static final Duration FOR_LATER = Duration.ofHours(24);

    private final SettingsSource settings;
    private final Clock clock;
    private final SharedAnswers shared;
    private final Map<CacheKey, CachedAnswer> leastRecentlyUsedFirst =
            new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);

    @Inject
    public AnswerCache(Sql sql, @Blocking Executor executor, SettingsSource settings, Clock clock) {
        this(settings, clock, new AnswerDatabase(sql, executor, settings, clock));
    }

    /** One that shares nothing. */
    public AnswerCache(SettingsSource settings, Clock clock) {
        this(settings, clock, SharedAnswers.NONE);
    }

    AnswerCache(SettingsSource settings, Clock clock, SharedAnswers shared) {
        this.settings = settings;
        this.clock = clock;
        this.shared = shared;
    }

    /** Under which the answer to a request is kept while the settings in force are. */
    CacheKey key(ChatRequest request) {
        return CacheKey.of(request, settings.current());
    }

    /** Whether any answer is kept at all by the settings in force; if not, those of before are forgotten. */
    synchronized boolean keeps() {
        forgetTooOld();
        return !kept(settings.current()).isZero();
    }

    Optional<CachedAnswer> find(CacheKey key) {
        Instant newestTooOld = clock.instant().minus(settings.current().cacheTtl());
        return findOlder(key).filter(answer -> answer.storedAt().isAfter(newestTooOld));
    }

    /** The same, however old, as long as it is kept. Waits a moment for what other servers have, if this one has none. */
    Optional<CachedAnswer> findOlder(CacheKey key) {
        Optional<CachedAnswer> own = remembered(key);
        if (own.isPresent()) {
            return own;
        }
        Instant newestTooOld = clock.instant().minus(kept(settings.current()));
        Optional<CachedAnswer> others =
                shared.find(key).filter(answer -> answer.storedAt().isAfter(newestTooOld));
        others.ifPresent(answer -> remember(key, answer));
        return others;
    }

    void keep(CacheKey key, UUID call, String text, String provider, String model) {
        CachedAnswer answer = new CachedAnswer(call, text, provider, model, clock.instant());
        remember(key, answer);
        shared.keep(key, answer);
    }

    private synchronized Optional<CachedAnswer> remembered(CacheKey key) {
        forgetTooOld();
        return Optional.ofNullable(leastRecentlyUsedFirst.get(key));
    }

    private synchronized void remember(CacheKey key, CachedAnswer answer) {
        leastRecentlyUsedFirst.put(key, answer);
        forgetTooOld();
        Iterator<CacheKey> keys = leastRecentlyUsedFirst.keySet().iterator();
        for (int surplus = leastRecentlyUsedFirst.size() - settings.current().cacheEntries(); surplus > 0; surplus--) {
            keys.next();
            keys.remove();
        }
    }

    /** An answer is gone at the end of its time, not a moment later; with no time at all none is ever kept. */
    private void forgetTooOld() {
        Instant newestTooOld = clock.instant().minus(kept(settings.current()));
        leastRecentlyUsedFirst.values().removeIf(answer -> !answer.storedAt().isAfter(newestTooOld));
    }

    /** Longer than answers are repeated as a rule, where a budget may leave nothing else. */
    static Duration kept(Settings now) {
        boolean forLater = !now.cacheTtl().isZero()
                && now.budgets().any()
                && now.budgets().atLimit().contains(BudgetStep.CACHED);
        return forLater && now.cacheTtl().compareTo(FOR_LATER) < 0 ? FOR_LATER : now.cacheTtl();
    }
}
