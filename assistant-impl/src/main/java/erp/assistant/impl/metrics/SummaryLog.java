package erp.assistant.impl.metrics;

import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.ProductionMetrics;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes the three production metrics of the current month as one line to the logger {@code erp.assistant.summary}. */
final class SummaryLog implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.summary");

    private final ProductionMetrics metrics;

    SummaryLog(ProductionMetrics metrics) {
        this.metrics = metrics;
    }

    /** Never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            LOG.log(Level.INFO, line(metrics.month(metrics.currentMonth())));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the production metrics could not be read", e);
        }
    }

    static String line(MonthlyMetrics month) {
        CostReport cost = month.cost();
        Percentiles first = month.latency().firstResponse();
        Percentiles full = month.latency().fullGeneration();
        Errors errors = month.errors();
        return new LogLine()
                .plain("month", month.month())
                .text("cost", Money.text(cost.amount()))
                .text("budget", cost.budget().map(Money::text).orElse("none"))
                .text("forecast", cost.forecast().map(Money::text).orElse("none"))
                .plain("unpricedCalls", cost.unpricedCalls())
                .plain("answers", errors.answers())
                .plain("firstP50Millis", millis(first, first.p50Millis()))
                .plain("firstP95Millis", millis(first, first.p95Millis()))
                .plain("firstP99Millis", millis(first, first.p99Millis()))
                .plain("fullP50Millis", millis(full, full.p50Millis()))
                .plain("fullP95Millis", millis(full, full.p95Millis()))
                .plain("fullP99Millis", millis(full, full.p99Millis()))
                .plain("attempts", errors.attempts())
                .plain("errors5xx", errors.serverErrors())
                .plain("errorsOverloaded", errors.overloaded())
                .plain("errorsInStream", errors.inStream())
                .plain("errorsTimeout", errors.timeouts())
                .plain("errorsTruncated", errors.truncated())
                .plain("errorsOther", errors.otherFailures())
                .plain("errorsBeforeFallback", percent(errors.failedAttempts(), errors.attempts()))
                .plain("errorsAfterFallback", percent(errors.failedAnswers(), errors.answers()))
                .plain("availabilityGoal", month.sla().goalPercent().toPlainString() + "%")
                .plain(
                        "errorBudgetUsed",
                        month.sla()
                                .usedPercent(errors)
                                .map(used -> used.toPlainString() + "%")
                                .orElse("none"))
                .toString();
    }

    private static Object millis(Percentiles of, long value) {
        return of.count() == 0 ? "none" : value;
    }

    /** In percent with two decimals, such as {@code 0.40%}; {@code none} without a base. */
    private static String percent(long part, long whole) {
        if (whole == 0) {
            return "none";
        }
        return BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }
}
