package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.report.CallLog;
import erp.assistant.report.LedgerRow;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.PriceBook;
import erp.assistant.report.ProductionMetrics;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminResourceTest {

    private final Metrics metrics = new Metrics();
    private final List<CallLog.Search> searches = new ArrayList<>();
    private final AdminResource admin =
            new AdminResource(metrics, this::attempts, List::of, List::of, AdminResourceTest::prices);

    @ParameterizedTest
    @CsvSource({"2026-11, 2026-11", "'', 2026-10"})
    void aMonthIsTheOneThatIsNamedElseTheCurrentOne(String asked, String shown) {
        assertThat(admin.metrics(asked, parameters())).startsWith("{\"month\":\"" + shown + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"November", "2026-13", "2026-1", "1999-01", "-0001-01", "250000-12", "+999999999-12"})
    void aMonthThatIsNoneIsToldWhatToMend(String month) {
        Problem problem = catchThrowableOfType(AssistantException.class, () -> admin.metrics(month, parameters()))
                .problem();

        assertThat(problem.code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        assertThat(problem.detail()).isEqualTo("month must be a year and a month such as 2026-11.");
    }

    private static MultivaluedMap<String, String> parameters(String... pairs) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    private List<LedgerRow> attempts(CallLog.Search search, int offset, int limit) {
        searches.add(search);
        return List.of();
    }

    @Test
    void slicesOfAMonthAreToldTogether() {
        admin.metrics("2026-11", parameters("month", "2026-11"));
        admin.metrics("2026-11", parameters("by", "model", "is", "claude-haiku-4-5"));
        admin.metrics("2026-11", parameters("model", "m", "department", "", "recordType", "sales-order"));
        admin.metrics("2026-11", parameters("by", "model", "is", "m", "organisation", "DE", "provider", "p"));

        assertThat(metrics.asked)
                .containsExactly(
                        Map.of(),
                        Map.of("model", "claude-haiku-4-5"),
                        Map.of("model", "m", "department", "", "recordType", "sales-order"),
                        Map.of("model", "m", "organisation", "DE", "provider", "p"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by | colour | is | x | by must be one of model, provider, recordType, organisation, department.",
                "by | model | model | x | model can be named once.",
                "model | x | model | y | model can be named once.",
            })
    void aFilterThatIsNoneIsToldWhatToMend(String name, String value, String other, String is, String detail) {
        assertThat(catchThrowableOfType(
                                AssistantException.class,
                                () -> admin.metrics("2026-11", parameters(name, value, other, is)))
                        .problem()
                        .detail())
                .isEqualTo(detail);
    }

    @Test
    void callsAreThoseOfSlicesOfAMonthOrAll() {
        admin.calls("", "0", "50", parameters());
        admin.calls("2026-11", "0", "50", parameters("model", "m", "department", "sales"));

        assertThat(searches)
                .containsExactly(
                        new CallLog.Search(Optional.empty(), Map.of()),
                        new CallLog.Search(
                                Optional.of(YearMonth.of(2026, 11)), Map.of("model", "m", "department", "sales")));
        assertThat(catchThrowableOfType(
                                AssistantException.class, () -> admin.calls("", "0", "50", parameters("model", "m")))
                        .problem()
                        .detail())
                .startsWith("A filter of calls needs a month such as 2026-11");
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

        private final List<Map<String, String>> asked = new ArrayList<>();

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
        public MonthlyMetrics month(YearMonth month, Map<String, String> only) {
            asked.add(only);
            return month(month);
        }

        @Override
        public YearMonth currentMonth() {
            return YearMonth.of(2026, 10);
        }
    }
}
