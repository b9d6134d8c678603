package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.MonthlyMetrics.Sla;
import erp.assistant.report.ProductionMetrics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class MonthGaugesTest {

    private static final Cost NOTHING = new Cost(0, Rows.EUR);

    private final Map<Metric, DoubleSupplier> gauges = new EnumMap<>(Metric.class);
    private MonthlyMetrics month = month(
            new CostReport(
                    new Cost(123_456_789_012L, Rows.EUR),
                    Optional.of(new Cost(280_000_000_000L, Rows.EUR)),
                    Optional.of(new Cost(303_700_000_000L, Rows.EUR)),
                    3,
                    0,
                    NOTHING),
            new Errors(2000, 0, 0, 0, 0, 0, 0, 2000, 1));
    private boolean away;
    private long now;
    private Duration readingTakes = Duration.ZERO;

    private final MonthGauges reading = new MonthGauges(
            new ProductionMetrics() {
                @Override
                public MonthlyMetrics month(YearMonth of) {
                    now += readingTakes.toNanos();
                    if (away) {
                        throw new IllegalStateException("database is away");
                    }
                    return month;
                }

                @Override
                public MonthlyMetrics month(YearMonth of, Map<String, String> only) {
                    throw new AssertionError("a gauge is of the whole month");
                }

                @Override
                public YearMonth currentMonth() {
                    return YearMonth.of(2026, 11);
                }
            },
            () -> now);

    MonthGaugesTest() {
        GaugeKeeper keeper = new GaugeKeeper(gauges);
        reading.register(new AllMeters(keeper.none(), List.of(keeper)));
    }

    private static MonthlyMetrics month(CostReport cost, Errors errors) {
        return new MonthlyMetrics(
                YearMonth.of(2026, 11),
                cost,
                new Latency(Percentiles.NONE, Percentiles.NONE),
                errors,
                new Sla(new BigDecimal("99.9")),
                Map.of());
    }

    private double shown(Metric metric) {
        return Objects.requireNonNull(gauges.get(metric)).getAsDouble();
    }

    @Test
    void theMonthIsShownInUnitsAndRatios() {
        reading.run();

        assertThat(shown(Metric.MONTH_COST)).isEqualTo(123.456789012);
        assertThat(shown(Metric.MONTH_BUDGET)).isEqualTo(280);
        assertThat(shown(Metric.MONTH_FORECAST)).isEqualTo(303.7);
        assertThat(shown(Metric.MONTH_UNPRICED)).isEqualTo(3);
        assertThat(shown(Metric.MONTH_AVAILABILITY)).isEqualTo(0.9995);
        assertThat(shown(Metric.AVAILABILITY_GOAL)).isEqualTo(0.999);
    }

    @Test
    void whatIsNotKnownIsNoNumber() {
        month = month(new CostReport(NOTHING, Optional.empty(), Optional.empty(), 0, 0, NOTHING), Errors.NONE);
        reading.run();

        assertThat(shown(Metric.MONTH_COST)).isZero();
        assertThat(List.of(Metric.MONTH_BUDGET, Metric.MONTH_FORECAST, Metric.MONTH_AVAILABILITY))
                .allMatch(metric -> Double.isNaN(shown(metric)));
    }

    @Test
    void anOldFigureIsNotShownAsTheNewOne() {
        assertThat(shown(Metric.MONTH_COST)).as("before the first reading").isNaN();
        reading.run();
        away = true;
        reading.run();

        assertThat(shown(Metric.MONTH_COST)).isNaN();
    }

    @Test
    void afterALongReadingItRestsForThirtyTimesAsLong() {
        readingTakes = Duration.ofSeconds(4);
        reading.run();
        month = month(new CostReport(NOTHING, Optional.empty(), Optional.empty(), 0, 0, NOTHING), Errors.NONE);

        now += Duration.ofSeconds(119).toNanos();
        reading.run();
        assertThat(shown(Metric.MONTH_COST)).as("while it rests").isEqualTo(123.456789012);

        now += Duration.ofSeconds(1).toNanos();
        reading.run();
        assertThat(shown(Metric.MONTH_COST)).isZero();
    }

    @Test
    void afterAFailureItDoesNotRest() {
        readingTakes = Duration.ofSeconds(30);
        away = true;
        reading.run();
        away = false;
        reading.run();

        assertThat(shown(Metric.MONTH_COST)).isEqualTo(123.456789012);
    }

    @Test
    void noRestIsLongerThanTenMinutes() {
        readingTakes = Duration.ofMinutes(1);
        reading.run();
        month = month(new CostReport(NOTHING, Optional.empty(), Optional.empty(), 0, 0, NOTHING), Errors.NONE);
        now += Duration.ofMinutes(10).toNanos();
        reading.run();

        assertThat(shown(Metric.MONTH_COST)).isZero();
    }
}
