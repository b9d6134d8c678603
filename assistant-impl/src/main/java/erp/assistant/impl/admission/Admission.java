package erp.assistant.impl.admission;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.record.Asker;
import erp.assistant.report.Occupancy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a question in, or says why not: the assistant is switched off, too much is under way, or the person
 * asks too often.
 *
 * <p>The rate is a token bucket per person that holds a minute's questions, on this server alone. Safe for use by many threads.
 */
@Singleton
public class Admission implements Occupancy {

    private static final int MOST_PEOPLE = 10_000;

    /** On a full server places become free all the time; soon enough for a person, late enough for a busy server. */
    private static final Duration UNTIL_A_PLACE = Duration.ofSeconds(5);

    private final SettingsSource settings;
    private final Clock clock;
    private final Places places = new Places();
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
     * Counts a question of this person and takes a place for its answer.
     *
     * @return to be left when the answer has ended, however it ends
     * @throws AssistantException {@code SWITCHED_OFF}, {@code OVERLOADED} or {@code RATE_LIMITED}; no place is taken then
     */
    public Place admit(Asker asker) {
        Settings now = settings.current();
        if (!now.enabled()) {
            throw new AssistantException(Problem.of(
                    Problem.Code.SWITCHED_OFF,
                    "Your administrator has switched the assistant off. Your work in the ERP is not affected."));
        }
        Place place = places.take(asker.name(), now.openAnswers()).orElseThrow(Admission::overloaded);
        Duration wait;
        synchronized (buckets) {
            wait = buckets.computeIfAbsent(asker.name(), name -> new Bucket(now.ratePerUserMinute(), clock.instant()))
                    .take(now.ratePerUserMinute(), clock.instant());
        }
        if (!wait.isZero()) {
            place.leave();
            throw new AssistantException(new Problem(
                    Problem.Code.RATE_LIMITED,
                    "You have asked " + now.ratePerUserMinute()
                            + " questions within a minute. Wait a moment and ask again.",
                    Optional.of(wait),
                    Optional.empty()));
        }
        return place;
    }

    @Override
    public int open() {
        return places.taken();
    }

    @Override
    public int limit() {
        return settings.current().openAnswers();
    }

    private static AssistantException overloaded() {
        return new AssistantException(new Problem(
                Problem.Code.OVERLOADED,
                "More questions are being answered right now than the server can serve. Wait a moment and ask again.",
                Optional.of(UNTIL_A_PLACE),
                Optional.empty()));
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
