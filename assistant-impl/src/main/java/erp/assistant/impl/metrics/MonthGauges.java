package erp.assistant.impl.metrics;

import erp.assistant.Cost;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.ProductionMetrics;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The running month as gauges, so that an alert can be about budget and promise. Read anew from time to time and not for each
 * scrape, so that no scrape waits for the database. Safe for use by many threads.
 */
final class MonthGauges implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.summary");

    /** After a reading it rests for so many times as long, so that a busy hour's many rows are not read over and over. */
    private static final int REST = 30;

    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final ProductionMetrics metrics;
    private final LongSupplier nanoTime;
    private long restUntil;
    private volatile @Nullable MonthlyMetrics latest;

    MonthGauges(ProductionMetrics metrics, LongSupplier nanoTime) {
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.restUntil = nanoTime.getAsLong();
    }

    void register(AllMeters meters) {
        meters.gauge(Metric.MONTH_COST, () -> value(month -> units(month.cost().amount())));
        meters.gauge(
                Metric.MONTH_BUDGET, () -> value(month -> units(month.cost().budget())));
        meters.gauge(
                Metric.MONTH_FORECAST, () -> value(month -> units(month.cost().forecast())));
        meters.gauge(Metric.MONTH_UNPRICED, () -> value(month -> month.cost().unpricedCalls()));
        meters.gauge(Metric.MONTH_AVAILABILITY, () -> value(month -> availability(month.errors())));
        meters.gauge(
                Metric.AVAILABILITY_GOAL,
                () -> value(month -> month.sla().goalPercent().movePointLeft(2).doubleValue()));
    }

    /** Reads the month anew unless it rests. Never throws, since a scheduled task that does is not run again. */
    @Override
    public synchronized void run() {
        long start = nanoTime.getAsLong();
        if (start - restUntil < 0) {
            return;
        }
        if (read()) {
            long end = nanoTime.getAsLong();
            restUntil = end + Math.min(REST * (end - start), LONGEST_REST.toNanos());
        }
    }

    private boolean read() {
        try {
            latest = metrics.month(metrics.currentMonth());
            return true;
        } catch (RuntimeException e) {
            // An old figure would look like a true one.
            latest = null;
            LOG.log(Level.WARNING, "the gauges of the month could not be read", e);
            return false;
        }
    }

    private double value(ToDoubleFunction<MonthlyMetrics> of) {
        MonthlyMetrics month = latest;
        return month == null ? Double.NaN : of.applyAsDouble(month);
    }

    private static double availability(Errors errors) {
        return errors.answers() == 0
                ? Double.NaN
                : (double) (errors.answers() - errors.failedAnswers()) / errors.answers();
    }

    private static double units(Optional<Cost> cost) {
        return cost.map(MonthGauges::units).orElse(Double.NaN);
    }

    private static double units(Cost cost) {
        return BigDecimal.valueOf(cost.nanos(), 9).doubleValue();
    }
}
