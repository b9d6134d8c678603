package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Adds up one slice of a month from sums. Not safe for use by several threads. */
final class SliceTally {

    private final Currency currency;
    private long nanos;
    private long priced;
    private long unpriced;
    private long inputTokens;
    private long cachedTokens;
    private long attempts;
    private long serverErrors;
    private long overloaded;
    private long inStream;
    private long timeouts;
    private long truncated;
    private long otherFailures;
    private long answers;
    private long failedAnswers;
    private long cacheHits;
    private long saved;
    private final LatencySketch firstResponse = new LatencySketch();
    private final LatencySketch fullGeneration = new LatencySketch();

    SliceTally(Currency currency) {
        this.currency = currency;
    }

    /** Adds attempts that ended alike. */
    void addAttempts(Sums.AttemptKey key, Sums.AttemptSum sum) {
        long count = sum.attempts();
        attempts += count;
        inputTokens += sum.inputTokens();
        cachedTokens += sum.cachedTokens();
        String outcome = key.outcome();
        if (!outcome.isEmpty()) {
            if (key.currency().equals(currency.getCurrencyCode())) {
                nanos = Math.addExact(nanos, sum.nanos());
                priced += sum.priced();
                unpriced += count - sum.priced();
            } else {
                unpriced += count;
            }
        }
        if (key.inStream()) {
            inStream += count;
            return;
        }
        switch (outcome) {
            case "", "end", "length", "refusal", "lookup", "stopped", "cancelled" -> {}
            case "server-error" -> serverErrors += count;
            case "overloaded" -> overloaded += count;
            case "first-content-timeout", "idle-timeout", "total-timeout", "timeout" -> timeouts += count;
            case "truncated" -> truncated += count;
            default -> otherFailures += count;
        }
    }

    /** Adds answers that ended alike. */
    void addAnswers(Sums.AnswerKey key, Sums.AnswerSum sum) {
        answers += sum.answers();
        cacheHits += sum.cacheHits();
        if (key.currency().equals(currency.getCurrencyCode())) {
            saved = Math.addExact(saved, sum.savedNanos());
        }
        switch (key.outcome()) {
            case AnswerOutcome.FAILED, "truncated", "timeout" -> failedAnswers += sum.answers();
            default -> {}
        }
    }

    /** Adds durations as {@link LatencySketch#toString} writes them. */
    void addLatencies(Sums.Phase phase, String sketch) {
        switch (phase) {
            case FIRST -> firstResponse.addAll(sketch);
            case FULL -> fullGeneration.addAll(sketch);
        }
    }

    /** Sorted by key. */
    static List<Slice> slices(SortedMap<String, SliceTally> tallies) {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().slice(entry.getKey()))
                .toList();
    }

    Slice slice(String key) {
        return new Slice(
                key,
                new CostReport(
                        new Cost(nanos, currency),
                        Optional.empty(),
                        Optional.empty(),
                        unpriced,
                        cacheHits,
                        new Cost(saved, currency),
                        inputTokens,
                        cachedTokens),
                new Latency(firstResponse.percentiles(), fullGeneration.percentiles()),
                new Errors(
                        attempts,
                        serverErrors,
                        overloaded,
                        inStream,
                        timeouts,
                        truncated,
                        otherFailures,
                        answers,
                        failedAnswers));
    }

    /** The month's cost with its budget, and a forecast if anything had a price. */
    CostReport cost(MonthWindow window, Optional<Long> budget, Instant now) {
        Optional<Cost> forecast = Optional.empty();
        if (priced > 0) {
            var end = window.forecast(nanos, now);
            forecast = end.isPresent() ? Optional.of(new Cost(end.getAsLong(), currency)) : Optional.empty();
        }
        return new CostReport(
                new Cost(nanos, currency),
                budget.map(limit -> new Cost(limit, currency)),
                forecast,
                unpriced,
                cacheHits,
                new Cost(saved, currency),
                inputTokens,
                cachedTokens);
    }
}
