package erp.assistant.impl.cache;

import erp.assistant.chat.ChatRequest;
import erp.assistant.impl.config.BudgetStep;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
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

/**
 * The answers of the last while, in this server's memory only; the one unused for longest goes first.
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
    private final Map<CacheKey, CachedAnswer> leastRecentlyUsedFirst =
            new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);

    @Inject
    public AnswerCache(SettingsSource settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Under which the answer to a request is kept while the settings in force are. */
    CacheKey key(ChatRequest request) {
        return CacheKey.of(request, settings.current());
    }

    synchronized Optional<CachedAnswer> find(CacheKey key) {
        Instant newestTooOld = clock.instant().minus(settings.current().cacheTtl());
        return findOlder(key).filter(answer -> answer.storedAt().isAfter(newestTooOld));
    }

    /** The same, however old, as long as it is kept. */
    synchronized Optional<CachedAnswer> findOlder(CacheKey key) {
        forgetTooOld();
        return Optional.ofNullable(leastRecentlyUsedFirst.get(key));
    }

    synchronized void keep(CacheKey key, UUID call, String text, String provider, String model) {
        leastRecentlyUsedFirst.put(key, new CachedAnswer(call, text, provider, model, clock.instant()));
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
    private static Duration kept(Settings now) {
        boolean forLater = !now.cacheTtl().isZero()
                && now.budgets().any()
                && now.budgets().atLimit().contains(BudgetStep.CACHED);
        return forLater && now.cacheTtl().compareTo(FOR_LATER) < 0 ? FOR_LATER : now.cacheTtl();
    }
}
