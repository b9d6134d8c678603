package erp.assistant.impl.admission;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.config.Rates;
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
 * <p>The rates are token buckets, one per person and one for all, that hold a minute's questions, on this server alone. Safe for use by many threads.
 */
@Singleton
public class Admission implements Occupancy {

    private static final int MOST_PEOPLE = 10_000;

    /** On a full server places become free all the time; soon enough for a person, late enough for a busy server. */
    private static final Duration UNTIL_A_PLACE = Duration.ofSeconds(5);

    private final SettingsSource settings;
    private final Clock clock;
    private final Places places = new Places();
    private final Bucket company;
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
        this.company = new Bucket(settings.current().rates().perCompanyMinute().orElse(1), clock.instant());
    }

    /**
     * Counts a question of this person and takes a place for its answer.
     *
     * @return to be left when the answer has ended, however it ends
     * @throws AssistantException {@code SWITCHED_OFF}, {@code OVERLOADED} or {@code RATE_LIMITED}; no place is taken then
     */
    public Place admit(Asker asker) {
        Settings now = settings.current();
        Place place = place(asker.name(), now);
        Optional<Problem> tooOften = count(asker.name(), now.rates());
        if (tooOften.isPresent()) {
            place.leave();
            throw new AssistantException(tooOften.get());
        }
        return place;
    }

    /**
     * Takes a place for the answer to a question that no person waits for and that counts for nobody's minute.
     *
     * @param name under which the place is taken
     * @return to be left when the answer has ended, however it ends
     * @throws AssistantException {@code SWITCHED_OFF} or {@code OVERLOADED}; no place is taken then
     */
    public Place admitUncounted(String name) {
        return place(name, settings.current());
    }

    private Place place(String name, Settings now) {
        if (!now.enabled()) {
            throw new AssistantException(Problem.of(
                    Problem.Code.SWITCHED_OFF,
                    "Your administrator has switched the assistant off. Your work in the ERP is not affected."));
        }
        return places.take(name, now.openAnswers()).orElseThrow(Admission::overloaded);
    }

    /** Counts a question for the person and for all together, or for neither and says who asks too often. */
    private Optional<Problem> count(String person, Rates rates) {
        Instant now = clock.instant();
        synchronized (buckets) {
            Bucket own = buckets.computeIfAbsent(person, name -> new Bucket(rates.perUserMinute(), now));
            Duration wait = own.take(rates.perUserMinute(), now);
            if (!wait.isZero()) {
                return Optional.of(rateLimited(
                        "You have asked " + rates.perUserMinute()
                                + " questions within a minute. Wait a moment and ask again.",
                        wait));
            }
            Duration all = rates.perCompanyMinute().isPresent()
                    ? company.take(rates.perCompanyMinute().getAsInt(), now)
                    : Duration.ZERO;
            if (!all.isZero()) {
                own.giveBack(rates.perUserMinute());
                return Optional.of(rateLimited(
                        "More questions are being asked in your company than its limit per minute allows. Wait a moment and"
                                + " ask again.",
                        all));
            }
            return Optional.empty();
        }
    }

    private static Problem rateLimited(String detail, Duration wait) {
        return new Problem(Problem.Code.RATE_LIMITED, detail, Optional.of(wait), Optional.empty());
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

        /** Full. */
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

        /** Takes back what was taken out. */
        void giveBack(int perMinute) {
            nanosSaved += price(perMinute);
        }

        private static long price(int perMinute) {
            return NANOS_PER_MINUTE / perMinute;
        }
    }
}
