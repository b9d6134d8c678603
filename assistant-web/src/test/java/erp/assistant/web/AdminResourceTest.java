package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.PriceBook;
import erp.assistant.report.ProductionMetrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminResourceTest {

    private final AdminResource admin = new AdminResource(
            new Metrics(), (offset, limit) -> List.of(), List::of, List::of, AdminResourceTest::prices);

    @ParameterizedTest
    @CsvSource({"2026-11, 2026-11", "'', 2026-10"})
    void aMonthIsTheOneThatIsNamedElseTheCurrentOne(String asked, String shown) {
        assertThat(admin.metrics(asked, "", "")).startsWith("{\"month\":\"" + shown + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"November", "2026-13", "2026-1", "1999-01", "-0001-01", "250000-12", "+999999999-12"})
    void aMonthThatIsNoneIsToldWhatToMend(String month) {
        Problem problem = catchThrowableOfType(AssistantException.class, () -> admin.metrics(month, "", ""))
                .problem();

        assertThat(problem.code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        assertThat(problem.detail()).isEqualTo("month must be a year and a month such as 2026-11.");
    }

    @Test
    void oneSliceOfAMonthIsToldAndAnUnknownDimensionNamesThoseThereAre() {
        assertThat(admin.metrics("2026-11", "model", "claude-haiku-4-5")).startsWith("{\"month\":\"2026-11\"");

        assertThat(catchThrowableOfType(AssistantException.class, () -> admin.metrics("2026-11", "colour", "x"))
                        .problem()
                        .detail())
                .isEqualTo("by must be one of model, provider, recordType, organisation, department.");
    }

    @Test
    void theConfigurationTellsWhatIsWrongWithThePriceFileAndWhatIsInForceInstead() {
        assertThat(admin.config()).isEqualTo("""
                {"config":[],"prices":{"file":"/etc/prices.csv","fingerprint":"0123456789ab",\
                "loadedAt":"2026-11-22T10:00:00Z","rows":53,"unpricedModels":["own/llama"],\
                "endingWithoutSuccessor":[{"row":"a","lastDay":"2026-12-31"}],"problem":"line 7: input is empty"}}""");
    }

    private static PriceBook.State prices() {
        return new PriceBook.State(
                "/etc/prices.csv",
                "0123456789ab",
                Instant.parse("2026-11-22T10:00:00Z"),
                53,
                Optional.of("line 7: input is empty"),
                List.of("own/llama"),
                List.of(new PriceBook.Ending("a", LocalDate.of(2026, 12, 31))));
    }

    private static final class Metrics implements ProductionMetrics {

        @Override
        public MonthlyMetrics month(YearMonth month) {
            Cost none = new Cost(0, Currency.getInstance("EUR"));
            return new MonthlyMetrics(
                    month,
                    new CostReport(none, Optional.empty(), Optional.empty(), 0, 0, none),
                    new Latency(Percentiles.NONE, Percentiles.NONE),
                    Errors.NONE,
                    new MonthlyMetrics.Sla(new BigDecimal("99.9")),
                    Map.of());
        }

        @Override
        public MonthlyMetrics month(YearMonth month, String dimension, String key) {
            assertThat(dimension).isEqualTo("model");
            assertThat(key).isEqualTo("claude-haiku-4-5");
            return month(month);
        }

        @Override
        public YearMonth currentMonth() {
            return YearMonth.of(2026, 10);
        }
    }
}
