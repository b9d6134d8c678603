package erp.assistant.impl.resilience;

import erp.assistant.impl.config.Resilience;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * When the backup is asked although the primary has not failed: later than a percentile of the primary's latest times to first
 * text, and for a bounded share of the questions. Safe for use by many threads.
 */
final class Hedge {

    /** Fewer say too little about a percentile. */
    static final int LEAST_SAMPLES = 20;

    private static final int MOST_SAMPLES = 200;

    /** So many may be asked twice in a row after a long time without. */
    private static final int MOST_SAVED = 10;

    private static final int PRICE = 100;

    private final Supplier<Resilience.Hedging> limits;
    private final long[] samples = new long[MOST_SAMPLES];
    private int count;
    private int next;
    private int credit;

    Hedge(Supplier<Resilience.Hedging> limits) {
        this.limits = limits;
    }

    /** The time to first text of a question to the primary; of one that was given up, the time until then. */
    synchronized void took(Duration firstText) {
        samples[next] = firstText.toNanos();
        next = (next + 1) % MOST_SAMPLES;
        count = Math.min(count + 1, MOST_SAMPLES);
    }

    /** Counts a question and says after what time the backup may be asked; empty if hedging is off or too little is known. */
    synchronized Optional<Duration> delay() {
        Resilience.Hedging now = limits.get();
        if (now.percentile().isEmpty()) {
            credit = 0;
            return Optional.empty();
        }
        credit = Math.min(credit + now.extraSpendPercent(), MOST_SAVED * PRICE);
        if (count < LEAST_SAMPLES) {
            return Optional.empty();
        }
        long[] sorted = Arrays.copyOf(samples, count);
        Arrays.sort(sorted);
        // The nearest rank: the smallest sample that so many in a hundred do not exceed.
        int rank = (now.percentile().getAsInt() * count + PRICE - 1) / PRICE;
        return Optional.of(Duration.ofNanos(sorted[Math.max(rank, 1) - 1]));
    }

    /**
     * Takes one question to be asked twice from the allowance; false if that is used up.
     *
     * @param affordable is asked only if the allowance is not used up
     */
    synchronized boolean allows(BooleanSupplier affordable) {
        if (credit < PRICE || !affordable.getAsBoolean()) {
            return false;
        }
        credit -= PRICE;
        return true;
    }
}
