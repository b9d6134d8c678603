package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Adds up one slice of a month from groups of rows. Not safe for use by several threads. */
final class SliceTally {

    private final Currency currency;
    private long nanos;
    private long priced;
    private long unpriced;
    private long attempts;
    private long serverErrors;
    private long overloaded;
    private long inStream;
    private long timeouts;
    private long truncated;
    private long otherFailures;
    private long answers;
    private long failedAnswers;
    private Percentiles firstResponse = Percentiles.NONE;
    private Percentiles fullGeneration = Percentiles.NONE;

    SliceTally(Currency currency) {
        this.currency = currency;
    }

    /**
     * Adds attempts that ended alike.
     *
     * @param outcome empty while open
     * @param costs how many of them have a cost
     */
    void addAttempts(String outcome, boolean toldInStream, String rowCurrency, long count, long costs, long sum) {
        attempts += count;
        if (!outcome.isEmpty()) {
            if (rowCurrency.equals(currency.getCurrencyCode())) {
                nanos = Math.addExact(nanos, sum);
                priced += costs;
                unpriced += count - costs;
            } else {
                unpriced += count;
            }
        }
        if (toldInStream) {
            inStream += count;
            return;
        }
        switch (outcome) {
            case "", "end", "length", "refusal", "stopped", "cancelled" -> {}
            case "server-error" -> serverErrors += count;
            case "overloaded" -> overloaded += count;
            case "first-content-timeout", "idle-timeout", "total-timeout", "timeout" -> timeouts += count;
            case "truncated" -> truncated += count;
            default -> otherFailures += count;
        }
    }

    /** Adds answers that ended alike. */
    void addAnswers(String outcome, long count) {
        answers += count;
        switch (outcome) {
            case AnswerOutcome.FAILED, "truncated", "timeout" -> failedAnswers += count;
            default -> {}
        }
    }

    void firstResponse(Percentiles percentiles) {
        firstResponse = percentiles;
    }

    void fullGeneration(Percentiles percentiles) {
        fullGeneration = percentiles;
    }

    Slice slice(String key) {
        return new Slice(
                key,
                new CostReport(new Cost(nanos, currency), Optional.empty(), Optional.empty(), unpriced),
                new Latency(firstResponse, fullGeneration),
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
                new Cost(nanos, currency), budget.map(limit -> new Cost(limit, currency)), forecast, unpriced);
    }
}
