package erp.assistant.impl.admission;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.record.Asker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a question in, or says why not: the assistant is switched off, or the person asks too often.
 *
 * <p>The rate is a token bucket per person that holds a minute's questions, on this server alone. Safe for use by many threads.
 */
@Singleton
public class Admission {

    private static final int MOST_PEOPLE = 10_000;

    private final SettingsSource settings;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_PEOPLE;
        }
    };

    @Inject
    public Admission(SettingsSource settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts a question of this person.
     *
     * @throws AssistantException {@code SWITCHED_OFF} or {@code RATE_LIMITED}
     */
    public void admit(Asker asker) {
        Settings now = settings.current();
        if (!now.enabled()) {
            throw new AssistantException(Problem.of(
                    Problem.Code.SWITCHED_OFF,
                    "Your administrator has switched the assistant off. Your work in the ERP is not affected."));
        }
        Duration wait;
        synchronized (buckets) {
            wait = buckets.computeIfAbsent(asker.name(), name -> new Bucket(now.ratePerUserMinute(), clock.instant()))
                    .take(now.ratePerUserMinute(), clock.instant());
        }
        if (!wait.isZero()) {
            throw new AssistantException(new Problem(
                    Problem.Code.RATE_LIMITED,
                    "You have asked " + now.ratePerUserMinute()
                            + " questions within a minute. Wait a moment and ask again.",
                    Optional.of(wait),
                    Optional.empty()));
        }
    }

    /** Fills evenly, up to a minute's questions. */
    private static final class Bucket {
        private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

        private long nanosSaved;
        private Instant filledAt;

        Bucket(int perMinute, Instant now) {
            this.nanosSaved = perMinute * price(perMinute);
            this.filledAt = now;
        }

        /** Takes one question out; zero if there was one, else how long until there is. */
        Duration take(int perMinute, Instant now) {
            long passed = Math.max(0, Duration.between(filledAt, now).toNanos());
            nanosSaved = Math.min(NANOS_PER_MINUTE, nanosSaved + passed);
            filledAt = now;
            long missing = price(perMinute) - nanosSaved;
            if (missing > 0) {
                return Duration.ofNanos(missing);
            }
            nanosSaved -= price(perMinute);
            return Duration.ZERO;
        }

        private static long price(int perMinute) {
            return NANOS_PER_MINUTE / perMinute;
        }
    }
}
