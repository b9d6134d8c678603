package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsJsonTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CostReport COST = new CostReport(
            new Cost(12_345_678_900L, EUR),
            Optional.of(new Cost(280_000_000_000L, EUR)),
            Optional.of(new Cost(20_000_000_000L, EUR)),
            2,
            4,
            new Cost(1_500_000_000L, EUR),
            8_000,
            1_000);
    private static final CostReport NO_COST =
            new CostReport(new Cost(0, EUR), Optional.empty(), Optional.empty(), 0, 0, new Cost(0, EUR));
    private static final Latency LATENCY =
            new Latency(new Percentiles(7, 900, 1_500, 2_100), new Percentiles(6, 4_000, 9_000, 19_100));
    private static final Latency NO_LATENCY = new Latency(Percentiles.NONE, Percentiles.NONE);

    @Test
    void aMonthIsWrittenAsTheContractSays() {
        MonthlyMetrics metrics = new MonthlyMetrics(
                YearMonth.of(2026, 11),
                COST,
                LATENCY,
                new Errors(200, 3, 1, 2, 4, 5, 6, 150, 1),
                new MonthlyMetrics.Sla(new BigDecimal("99.9")),
                Map.of());

        assertThat(MetricsJson.of(metrics))
                .isEqualTo("{\"month\":\"2026-11\","
                        + "\"cost\":{\"amount\":\"12.3456789\",\"currency\":\"EUR\","
                        + "\"budget\":{\"amount\":\"280.00\",\"currency\":\"EUR\"},"
                        + "\"forecast\":{\"amount\":\"20.00\",\"currency\":\"EUR\"},\"unpricedCalls\":2,"
                        + "\"cacheHits\":4,\"saved\":\"1.50\",\"cachedInputShare\":12.500},"
                        + "\"latency\":{\"firstResponse\":{\"count\":7,\"p50Ms\":900,\"p95Ms\":1500,\"p99Ms\":2100},"
                        + "\"fullGeneration\":{\"count\":6,\"p50Ms\":4000,\"p95Ms\":9000,\"p99Ms\":19100}},"
                        + "\"errors\":{\"beforeFallback\":{\"attempts\":200,\"serverErrors5xx\":3,\"overloaded529\":1,"
                        + "\"inStream\":2,\"timeouts\":4,\"truncated\":5,\"other\":6,\"serverErrorRate\":2.000},"
                        + "\"afterFallback\":{\"answers\":150,\"failed\":1,\"availability\":99.333}},"
                        + "\"sla\":{\"goal\":99.9,\"firstResponseMs\":null,\"fullGenerationMs\":null,\"met\":false,\"errorBudgetUsed\":666.7},"
                        + "\"by\":{}}");
    }

    @Test
    void whatIsNotKnownIsNull() {
        MonthlyMetrics metrics = new MonthlyMetrics(
                YearMonth.of(2026, 11),
                NO_COST,
                NO_LATENCY,
                Errors.NONE,
                new MonthlyMetrics.Sla(new BigDecimal("99.9")),
                Map.of());

        assertThat(MetricsJson.of(metrics))
                .contains("\"budget\":null,\"forecast\":null,")
                .contains("\"serverErrorRate\":null")
                .contains("\"availability\":null")
                .contains(
                        "\"sla\":{\"goal\":99.9,\"firstResponseMs\":null,\"fullGenerationMs\":null,\"met\":null,\"errorBudgetUsed\":null}");
    }

    @Test
    void theDimensionsAreInAlphabeticalOrderAndTheirSlicesInTheOrderGiven() {
        Slice bremen = new Slice("Bremen", NO_COST, NO_LATENCY, Errors.NONE);
        Slice unknown = new Slice("", COST, LATENCY, Errors.NONE);
        MonthlyMetrics metrics = new MonthlyMetrics(
                YearMonth.of(2026, 11),
                COST,
                LATENCY,
                Errors.NONE,
                new MonthlyMetrics.Sla(new BigDecimal("99.9")),
                Map.of("recordType", List.of(), "organisation", List.of(unknown, bremen), "day", List.of()));

        assertThat(MetricsJson.of(metrics))
                .containsSubsequence(
                        "\"by\":{\"day\":[],\"organisation\":[{\"key\":\"\",\"cost\":{\"amount\":\"12.3456789\"",
                        "{\"key\":\"Bremen\",\"cost\":{\"amount\":\"0.00\"",
                        "\"recordType\":[]");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 100.0, true", "999, 1, 100.2, false", "2000, 0, 0.0, true", "1, 1, 100000.0, false"})
    void theGoalIsMissedByTheFirstFailureThatItDoesNotAllow(long answers, long failed, BigDecimal used, boolean met) {
        MonthlyMetrics.Sla sla = new MonthlyMetrics.Sla(new BigDecimal("99.9"));
        Errors errors = new Errors(answers, 0, 0, 0, 0, 0, 0, answers, failed);
        assertThat(sla.usedPercent(errors)).contains(used);
        assertThat(sla.met(errors)).contains(met);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 33.333", "2, 3, 66.666", "999999, 1000000, 99.999", "5, 5, 100.000", "0, 5, 0.000", "0, 0, null"
    })
    void aShareIsRoundedDownSoThatNearlyAllIsNotAll(long part, long whole, String percent) {
        assertThat(Shares.percent(part, whole)).hasToString(percent);
    }
}
