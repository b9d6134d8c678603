package erp.assistant.report;

import erp.assistant.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The three production metrics of one month, in all and by dimension.
 *
 * @param by breakdowns by {@code model}, {@code provider}, {@code recordType}, {@code organisation},
 *     {@code department}, {@code day}; each sorted by key
 */
public record MonthlyMetrics(
        YearMonth month, CostReport cost, Latency latency, Errors errors, Sla sla, Map<String, List<Slice>> by) {

    public MonthlyMetrics {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(errors, "errors");
        Objects.requireNonNull(sla, "sla");
        by = Map.copyOf(by);
    }

    /**
     * The first metric.
     *
     * @param amount what all priced attempts cost
     * @param budget the month's budget, if one is set
     * @param forecast the cost at the month's end if it goes on like this; empty before there is a base for it
     * @param unpricedCalls attempts whose model has no known price; they are not in the amount
     * @param cacheHits answers that were given again from the cache and cost nothing
     * @param saved what those answers had cost when they were made, as far as that is known; not in the amount
     * @param inputTokens all input of attempts whose provider told it
     * @param cachedTokens how much of that input the provider had in its own cache
     */
    public record CostReport(
            Cost amount,
            Optional<Cost> budget,
            Optional<Cost> forecast,
            long unpricedCalls,
            long cacheHits,
            Cost saved,
            long inputTokens,
            long cachedTokens) {

        /** Of attempts that told no tokens. */
        public CostReport(
                Cost amount,
                Optional<Cost> budget,
                Optional<Cost> forecast,
                long unpricedCalls,
                long cacheHits,
                Cost saved) {
            this(amount, budget, forecast, unpricedCalls, cacheHits, saved, 0, 0);
        }
    }

    /** The second metric, as the asker saw it: time to first text and to the end. */
    public record Latency(Percentiles firstResponse, Percentiles fullGeneration) {}

    /**
     * Percentiles by nearest rank, each within 1 percent.
     *
     * @param count how many values there are; the percentiles are 0 if there is none
     */
    public record Percentiles(long count, long p50Millis, long p95Millis, long p99Millis) {
        public static final Percentiles NONE = new Percentiles(0, 0, 0, 0);
    }

    /**
     * The third metric.
     *
     * @param attempts requests to providers
     * @param serverErrors HTTP 5xx except 529
     * @param overloaded HTTP 529
     * @param inStream errors told inside a stream that began with status 200
     * @param timeouts time budgets that ended
     * @param truncated streams that ended without the provider's terminal event
     * @param otherFailures failed attempts of any other kind, cancellations not among them
     * @param answers answers that were asked for
     * @param failedAnswers answers that ended in an error or broke off, after fallback; stopped ones are not among them
     */
    public record Errors(
            long attempts,
            long serverErrors,
            long overloaded,
            long inStream,
            long timeouts,
            long truncated,
            long otherFailures,
            long answers,
            long failedAnswers) {

        public static final Errors NONE = new Errors(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** Failed attempts of all kinds, before fallback. */
        public long failedAttempts() {
            return serverErrors + overloaded + inStream + timeouts + truncated + otherFailures;
        }
    }

    /**
     * What was promised: that many answers in a hundred, after fallback, and how soon half of them come.
     *
     * @param goalPercent below 100
     * @param firstResponse the median's target to the first text, if there is one
     * @param fullGeneration the median's target to the end, if there is one
     */
    public record Sla(BigDecimal goalPercent, Optional<Duration> firstResponse, Optional<Duration> fullGeneration) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        public Sla {
            if (goalPercent.signum() < 0 || goalPercent.compareTo(HUNDRED) >= 0) {
                throw new IllegalArgumentException("a goal of " + goalPercent + " % is not from 0 to below 100");
            }
        }

        /** Without targets for times. */
        public Sla(BigDecimal goalPercent) {
            this(goalPercent, Optional.empty(), Optional.empty());
        }

        /**
         * How much of the failures that the goal allows there have been, in percent, rounded up to one decimal: above 100 the
         * goal is missed.
         *
         * @return empty if nothing was asked
         */
        public Optional<BigDecimal> usedPercent(Errors errors) {
            if (errors.answers() == 0) {
                return Optional.empty();
            }
            BigDecimal allowed = HUNDRED.subtract(goalPercent).multiply(BigDecimal.valueOf(errors.answers()));
            return Optional.of(BigDecimal.valueOf(errors.failedAnswers())
                    .multiply(HUNDRED)
                    .multiply(HUNDRED)
                    .divide(allowed, 1, RoundingMode.CEILING));
        }

        /** Whether the goal is reached; empty if nothing was asked. */
        public Optional<Boolean> met(Errors errors) {
            return usedPercent(errors).map(used -> used.compareTo(HUNDRED) <= 0);
        }
    }

    /** One part of the month. */
    public record Slice(String key, CostReport cost, Latency latency, Errors errors) {}
}
