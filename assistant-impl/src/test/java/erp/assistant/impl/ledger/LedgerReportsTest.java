package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;
import static erp.assistant.impl.ledger.Fixtures.MODEL;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.CallLog;
import erp.assistant.report.LedgerRow;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerReportsTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final TestDatabase kind;
    private final DataSource database;
    private final Fixtures.TestClock clock = new Fixtures.TestClock(NOW);
    private final Settings settings =
            Fixtures.settings(Dialect.ANTHROPIC, Optional.of(280_000_000_000L), Optional.empty());
    private final LedgerReports reports;
    private final AttemptTable attempts;
    private final AnswerTable answers;

    LedgerReportsTest(TestDatabase kind) {
        this.kind = kind;
        database = kind.migrated();
        reports = new LedgerReports(database, () -> settings, clock);
        attempts = new AttemptTable(new Database(database));
        answers = new AnswerTable(new Database(database));
    }

    private static Attribution to(String organisation, String recordType) {
        return new Attribution(UUID.randomUUID(), "anna", organisation, recordType, "4711", "");
    }

    private OpenAttempt open(Instant sentAt, Attribution to, String provider, String model, Currency currency)
            throws SQLException {
        return attempts.insert(new Attempt(
                to,
                sentAt,
                sentAt.plusSeconds(120),
                Slot.PRIMARY,
                provider,
                "",
                model,
                ModelTier.SMALL,
                1,
                1,
                currency,
                Optional.empty(),
                UUID.randomUUID(),
                Fixtures.NO_NAMES));
    }

    private void attempt(Instant sentAt, Attribution to, String provider, String model, String outcome, long nanos)
            throws SQLException {
        attempt(sentAt, to, provider, model, outcome, false, Optional.of(new Cost(nanos, EUR)));
    }

    private void attempt(
            Instant sentAt,
            Attribution to,
            String provider,
            String model,
            String outcome,
            boolean inStream,
            Optional<Cost> cost)
            throws SQLException {
        OpenAttempt open =
                open(sentAt, to, provider, model, cost.map(Cost::currency).orElse(EUR));
        AttemptEnd end =
                new AttemptEnd(outcome, "", 200, inStream, TokenUsage.NONE, OptionalLong.empty(), 1000, "", true);
        attempts.settle(open, end, cost.map(each -> new Priced(each, "p", "r")), sentAt);
    }

    private void attempt(Instant sentAt, long nanos) throws SQLException {
        attempt(sentAt, to("1000", "sales-order"), "anthropic", MODEL, "end", nanos);
    }

    private void failed(String outcome, boolean inStream) throws SQLException {
        attempt(NOW, to("", ""), "anthropic", MODEL, outcome, inStream, Optional.of(new Cost(0, EUR)));
    }

    private void answer(Instant askedAt, Attribution to, String outcome, OptionalLong first, long total)
            throws SQLException {
        boolean nobody = outcome.equals("failed");
        answers.insert(to, "answer/1", Fixtures.NO_NAMES, askedAt, askedAt.plusSeconds(180), UUID.randomUUID());
        answers.settle(
                to.call(),
                new AnswerOutcome(
                        outcome, nobody ? "" : "primary", nobody ? "" : "anthropic", nobody ? "" : MODEL, first, total),
                AnswerTotals.of(List.of(), EUR),
                null,
                EUR,
                askedAt);
    }

    private void answer(String outcome, OptionalLong first, long total) throws SQLException {
        answer(NOW, to("1000", "sales-order"), outcome, first, total);
    }

    @Test
    void thePageOfNewestCallsIsReadFromAnIndexWithoutSorting() throws SQLException {
        for (int i = 0; i < 200; i++) {
            attempt(NOW.minusSeconds(i), 1);
        }
        Database direct = new Database(database);
        direct.update("ANALYZE");

        String plan = String.join(
                "\n", direct.query("EXPLAIN " + AttemptTable.newestFirstStatement(0, 20), row -> row.getString(1)));

        assertThat(plan).containsIgnoringCase("attempt_newest_first");
        if (kind == TestDatabase.H2) {
            assertThat(plan).contains("index sorted");
        }
        assertThat(reports.attempts(0, 20))
                .extracting(LedgerRow::sentAt)
                .startsWith(NOW, NOW.minusSeconds(1))
                .hasSize(20);
    }

    @Test
    void theEvaluationCostsButNobodyWaitedForIt() throws SQLException {
        Attribution evaluation =
                new Attribution(UUID.randomUUID(), "adam", "1000", "sales-order", "4711", "evaluation");
        attempt(NOW, evaluation, "anthropic", MODEL, "end", 5);
        answer(NOW, evaluation, "failed", OptionalLong.of(9_000), 9_000);
        attempt(NOW, 2);
        answer("end", OptionalLong.of(700), 2_000);

        MonthlyMetrics month = reports.month(NOVEMBER);

        assertThat(month.cost().amount().nanos()).isEqualTo(7);
        assertThat(month.errors().attempts()).isEqualTo(2);
        assertThat(month.errors().answers()).isEqualTo(1);
        assertThat(month.errors().failedAnswers()).isZero();
        assertThat(month.latency().firstResponse().count()).isEqualTo(1);
        assertThat(month.latency().fullGeneration().p99Millis()).isBetween(1_980L, 2_020L);
    }

    @Test
    void theCachedShareIsThatOfInputThatProvidersTold() throws SQLException {
        used("1000", new TokenUsage(100, 300, 40, 50, 10, 6, TokenUsage.Source.REPORTED));
        used("1000", new TokenUsage(500, 0, 0, 0, 10, 0, TokenUsage.Source.REPORTED));
        used("2000", new TokenUsage(9_000, 0, 0, 0, 10, 0, TokenUsage.Source.ESTIMATED));

        CostReport open = reports.month(NOVEMBER).cost();
        clock.set(NOW.plus(Duration.ofHours(3)));
        new Rollup(database, () -> settings, clock).run();

        assertThat(open.inputTokens()).isEqualTo(990);
        assertThat(open.cachedTokens()).isEqualTo(300);
        assertThat(reports.month(NOVEMBER).cost())
                .as("the same when the rows are added up")
                .extracting(CostReport::inputTokens, CostReport::cachedTokens)
                .containsExactly(990L, 300L);
        assertThat(slices(reports.month(NOVEMBER), "organisation"))
                .extracting(slice -> slice.cost().inputTokens())
                .containsExactly(990L, 0L);
    }

    private void used(String organisation, TokenUsage usage) throws SQLException {
        OpenAttempt open = open(NOW, to(organisation, "sales-order"), "anthropic", MODEL, EUR);
        AttemptEnd end = new AttemptEnd("end", "", 200, false, usage, OptionalLong.empty(), 1000, "", true);
        attempts.settle(open, end, Optional.empty(), NOW);
    }

    @Test
    void aMonthWithoutCallsIsAllZero() {
        assertThat(reports.month(NOVEMBER))
                .isEqualTo(new MonthlyMetrics(
                        NOVEMBER,
                        new CostReport(
                                new Cost(0, EUR),
                                Optional.of(new Cost(280_000_000_000L, EUR)),
                                Optional.empty(),
                                0,
                                0,
                                new Cost(0, EUR)),
                        new Latency(Percentiles.NONE, Percentiles.NONE),
                        Errors.NONE,
                        new MonthlyMetrics.Sla(
                                new BigDecimal("99.9"),
                                Optional.of(Duration.ofMillis(1_500)),
                                Optional.of(Duration.ofSeconds(15))),
                        Map.of(
                                "model", List.of(),
                                "provider", List.of(),
                                "recordType", List.of(),
                                "organisation", List.of(),
                                "department", List.of(),
                                "day", List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        // the instant, its month in Berlin
        "2026-10-31T22:59:59.999999Z, 2026-10",
        "2026-10-31T23:00:00Z, 2026-11",
        "2026-11-30T22:59:59.999999Z, 2026-11",
        "2026-11-30T23:00:00Z, 2026-12",
        "2026-03-31T21:59:59.999999Z, 2026-03",
        "2026-03-31T22:00:00Z, 2026-04",
    })
    void aCallBelongsToTheMonthOfTheCompanysZone(Instant at, YearMonth month) throws SQLException {
        attempt(at, 7);
        answer(at, to("", ""), "end", OptionalLong.of(1), 2);
        for (YearMonth each : List.of(month.minusMonths(1), month, month.plusMonths(1))) {
            MonthlyMetrics metrics = reports.month(each);
            assertThat(metrics.cost().amount().nanos()).isEqualTo(each.equals(month) ? 7 : 0);
            assertThat(metrics.errors().attempts()).isEqualTo(each.equals(month) ? 1 : 0);
            assertThat(metrics.errors().answers()).isEqualTo(each.equals(month) ? 1 : 0);
            assertThat(metrics.by().get("day")).hasSize(each.equals(month) ? 1 : 0);
        }
        clock.set(at);
        assertThat(reports.currentMonth()).isEqualTo(month);
    }

    @Test
    void theDayOnWhichTheClocksChangeHas25Hours() throws SQLException {
        attempt(Instant.parse("2026-10-24T21:59:59Z"), 1);
        attempt(Instant.parse("2026-10-24T22:00:00Z"), 10);
        attempt(Instant.parse("2026-10-25T22:59:59Z"), 100);
        attempt(Instant.parse("2026-10-25T23:00:00Z"), 1000);
        assertThat(reports.month(YearMonth.of(2026, 10)).by().get("day"))
                .extracting(Slice::key, slice -> slice.cost().amount().nanos())
                .containsExactly(tuple("2026-10-24", 1L), tuple("2026-10-25", 110L), tuple("2026-10-26", 1000L));
    }

    @Test
    void aSumIsExactWhereADoubleWouldNotBe() throws SQLException {
        attempt(NOW, 9_007_199_254_740_993L);
        attempt(NOW, 1);
        assertThat(reports.month(NOVEMBER).cost().amount()).isEqualTo(new Cost(9_007_199_254_740_994L, EUR));
    }

    @Test
    void unpricedCallsAreCountedAndNotInTheSum() throws SQLException {
        attempt(NOW, 5);
        attempt(NOW, to("", ""), "own", "own-model", "end", false, Optional.empty());
        attempt(NOW, to("", ""), "p", "m", "end", false, Optional.of(new Cost(9, Currency.getInstance("USD"))));
        open(NOW, to("", ""), "own", "own-model", EUR);

        CostReport cost = reports.month(NOVEMBER).cost();
        assertThat(cost.amount().nanos()).isEqualTo(5);
        assertThat(cost.unpricedCalls()).isEqualTo(2);
        assertThat(reports.month(NOVEMBER).errors().attempts()).isEqualTo(4);
    }

    @Test
    void errorsAreCountedByKindBeforeAndAfterFallback() throws SQLException {
        for (String kind : List.of("server-error", "overloaded", "first-content-timeout", "idle-timeout")) {
            failed(kind, false);
        }
        failed("total-timeout", false);
        failed("truncated", false);
        failed("server-error", true);
        failed("overloaded", true);
        for (String kind : List.of(
                "connect",
                "malformed",
                "rate-limited",
                "quota",
                "authentication",
                "not-found",
                "too-large",
                "invalid-request",
                "crash",
                "internal")) {
            failed(kind, false);
        }
        for (String fine : List.of("end", "length", "refusal", "lookup", "cancelled")) {
            failed(fine, false);
        }
        for (String outcome : List.of("end", "length", "refusal", "stopped", "truncated", "timeout", "failed")) {
            answer(outcome, OptionalLong.of(1), 2);
        }
        assertThat(reports.month(NOVEMBER).errors()).isEqualTo(new Errors(23, 1, 1, 2, 3, 1, 10, 7, 3));
    }

    @ParameterizedTest
    @CsvSource({
        // how many values 10, 20, 30 ..., and their nearest ranks
        "1, 10, 10, 10",
        "2, 10, 20, 20",
        "3, 20, 30, 30",
        "10, 50, 100, 100",
        "11, 60, 110, 110",
        "20, 100, 190, 200",
        "21, 110, 200, 210",
        "100, 500, 950, 990",
        "101, 510, 960, 1000",
    })
    void percentilesAreNearestRanksWithinAPercent(int count, long p50, long p95, long p99) throws SQLException {
        for (long value : LongStream.rangeClosed(1, count)
                .map(rank -> (count - rank + 1) * 10)
                .toArray()) {
            answer("end", OptionalLong.of(value), value + 1);
        }
        Latency latency = reports.month(NOVEMBER).latency();
        assertNear(latency.firstResponse(), new Percentiles(count, p50, p95, p99));
        assertNear(latency.fullGeneration(), new Percentiles(count, p50 + 1, p95 + 1, p99 + 1));
    }

    @Test
    void answersThatWereStoppedOrBrokeOffAreLeftOutOfTheFullGeneration() throws SQLException {
        answer("end", OptionalLong.of(1), 100);
        answer("length", OptionalLong.of(2), 200);
        answer("refusal", OptionalLong.of(3), 300);
        answer("stopped", OptionalLong.of(4), 5);
        answer("truncated", OptionalLong.of(5), 6);
        answer("timeout", OptionalLong.of(6), 60_000);
        answer("failed", OptionalLong.empty(), 60_000);
        Latency latency = reports.month(NOVEMBER).latency();
        assertThat(latency.firstResponse()).isEqualTo(new Percentiles(6, 3, 6, 6));
        assertNear(latency.fullGeneration(), new Percentiles(3, 200, 300, 300));
    }

    @Test
    void aSliceOfTheMonthHasItsOwnDaysAndItsOwnBudget() throws SQLException {
        Attribution sales = of("sales");
        Attribution stores = of("stores");
        attempt(NOW.minusSeconds(86_400), sales, "anthropic", MODEL, "end", 30);
        attempt(NOW, sales, "openai", "gpt-6-luna", "end", 4);
        attempt(NOW, stores, "anthropic", MODEL, "overloaded", 500);
        answer(NOW, sales, "end", OptionalLong.of(10), 100);
        answer(NOW, stores, "end", OptionalLong.of(90), 900);
        answer(NOW, of("stores"), "failed", OptionalLong.empty(), 900);

        MonthlyMetrics ofSales = reports.month(NOVEMBER, Map.of("department", "sales"));
        assertThat(ofSales.cost().amount().nanos()).isEqualTo(34);
        assertThat(ofSales.cost().budget())
                .as("the department's, which it has none of")
                .isEmpty();
        assertThat(ofSales.errors().answers()).isEqualTo(1);
        assertThat(ofSales.latency().firstResponse()).isEqualTo(new Percentiles(1, 10, 10, 10));
        assertThat(ofSales.by()).containsOnlyKeys("day");
        assertThat(ofSales.by().get("day"))
                .extracting(Slice::key, slice -> slice.cost().amount().nanos())
                .containsExactly(tuple("2026-11-19", 30L), tuple("2026-11-20", 4L));

        assertThat(reports.month(NOVEMBER, Map.of("model", MODEL))
                        .cost()
                        .amount()
                        .nanos())
                .isEqualTo(530);
        assertThat(reports.month(NOVEMBER, Map.of("department", "nobody")).by().get("day"))
                .isEmpty();
        assertThat(keys(reports.month(NOVEMBER), "department")).containsExactly("sales", "stores");
        assertThatThrownBy(() -> reports.month(NOVEMBER, Map.of("detail", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slicesAreCombinedWhetherTheirDaysAreAddedUpOrNot() throws SQLException {
        Instant yesterday = NOW.minusSeconds(86_400);
        attempt(yesterday, of("sales"), "anthropic", MODEL, "end", 30);
        attempt(yesterday, of("sales"), "openai", "gpt-6-luna", "server-error", 7);
        attempt(NOW, of("sales"), "anthropic", MODEL, "end", 4);
        attempt(NOW, of("stores"), "anthropic", MODEL, "overloaded", 500);
        attempt(NOW, of("100%"), "anthropic", MODEL, "end", 11);
        attempt(NOW, of("100!"), "anthropic", MODEL, "end", 13);
        attempt(NOW, of("sales"), "anthropic", "claude_x", "end", 17);
        attempt(NOW, to("1000", "customer"), "anthropic", MODEL, "end", 900);
        answer(yesterday, of("sales"), "end", OptionalLong.of(10), 100);
        answer(yesterday, of("stores"), "end", OptionalLong.of(90), 900);
        answer(NOW, of("sales"), "failed", OptionalLong.empty(), 900);
        for (int i = 0; i < 2; i++) {
            assertThat(nanos("department", "sales", "model", MODEL)).isEqualTo(34);
            assertThat(nanos(
                            "department",
                            "sales",
                            "recordType",
                            "sales-order",
                            "model",
                            MODEL,
                            "provider",
                            "anthropic"))
                    .isEqualTo(34);
            assertThat(nanos("department", "sales", "recordType", "customer")).isZero();
            assertThat(nanos("department", "", "recordType", "customer"))
                    .as("not known")
                    .isEqualTo(900);
            assertThat(nanos("department", "100%", "model", MODEL)).isEqualTo(11);
            assertThat(nanos("department", "100!", "model", MODEL)).isEqualTo(13);
            assertThat(nanos("department", "%", "model", MODEL)).isZero();
            assertThat(nanos("department", "sales", "model", "claude_x")).isEqualTo(17);
            assertThat(nanos("department", "sales", "model", "claude-x")).isZero();
            assertThat(nanos("department", "sales", "organisation", "1000")).isEqualTo(58);
            MonthlyMetrics both = reports.month(NOVEMBER, Map.of("department", "sales", "model", MODEL));
            assertThat(both.by()).containsOnlyKeys("day");
            assertThat(both.by().get("day"))
                    .extracting(Slice::key, slice -> slice.cost().amount().nanos())
                    .containsExactly(tuple("2026-11-19", 30L), tuple("2026-11-20", 4L));
            assertThat(both.latency().firstResponse()).isEqualTo(new Percentiles(1, 10, 10, 10));
            assertThat(both.cost().budget()).isEmpty();
            assertThat(reports.month(NOVEMBER, Map.of("department", "sales", "provider", "openai"))
                            .errors()
                            .serverErrors())
                    .isEqualTo(1);
            assertThat(reports.month(NOVEMBER, Map.of("department", "sales", "model", ""))
                            .errors()
                            .failedAnswers())
                    .as("of those that no model answered")
                    .isEqualTo(1);
            new Rollup(database, () -> settings, clock).run();
            clock.set(NOW.plus(Duration.ofDays(1)));
            new Rollup(database, () -> settings, clock).run();
        }
    }

    private long nanos(String... only) {
        Map<String, String> slices = new HashMap<>();
        for (int i = 0; i < only.length; i += 2) {
            slices.put(only[i], only[i + 1]);
        }
        return reports.month(NOVEMBER, slices).cost().amount().nanos();
    }

    @Test
    void aMonthWithADayWhoseCombinationsAreNotKnownIsRefusedRatherThanToldInPart() throws SQLException {
        Database direct = new Database(database);
        attempt(NOW.minusSeconds(86_400), of("sales"), "anthropic", MODEL, "end", 30);
        new Rollup(database, () -> settings, clock).run();
        direct.update("UPDATE rollup_span SET combinations = NULL, sealed = true WHERE day_key = '2026-11-19'");

        assertThatThrownBy(() -> nanos("department", "sales", "model", MODEL))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining(
                        "Filters cannot be combined in this month: of 2026-11-19 the sums by combination are not known")
                .hasMessageContaining("Use one filter at a time.");
        assertThat(nanos("department", "sales")).isEqualTo(30);
        assertThat(reports.month(YearMonth.of(2026, 10), Map.of("department", "sales", "model", MODEL))
                        .errors())
                .as("another month")
                .isEqualTo(Errors.NONE);
    }

    @Test
    void aDayWithMoreCombinationsThanAreKeptHasNone() throws SQLException {
        Sums sums = new Sums();
        for (int i = 0; i <= Sums.MOST_COMBINATIONS; i++) {
            sums.attempt(new Dimension.Facets("p", "m", "t", "o", "d" + i), "end", false, "EUR", 1L, 0, 0);
        }
        sums.answer(new Dimension.Facets("p", "m", "t", "o", "d1"), "end", "EUR", false, null, 5L, 9L);
        new Database(database).transaction(statements -> {
            RollupTable.insert(statements, new Span(NOW.minusSeconds(7_200), NOW, "2026-11-20", false), sums);
            return "";
        });

        assertThatThrownBy(() -> nanos("department", "d1", "model", "m"))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("more than 2000 combinations");
        assertThat(nanos("department", "d1")).isEqualTo(1);
        assertThat(new Database(database)
                        .query(
                                "SELECT COUNT(*) AS n FROM rollup_attempt WHERE dimension = 'combination'",
                                row -> row.getInt("n")))
                .containsExactly(0);
    }

    @Test
    void callsAreNarrowedAsTheSumsAre() throws SQLException {
        attempt(NOW, of("sales"), "anthropic", MODEL, "end", 1);
        attempt(NOW, of("sales"), "openai", "gpt-6-luna", "end", 2);
        attempt(NOW, of("stores"), "anthropic", MODEL, "end", 3);
        attempt(NOW.minusSeconds(30 * 86_400), of("sales"), "anthropic", MODEL, "end", 4);

        assertThat(costs(Map.of("department", "sales", "model", MODEL))).containsExactly(1L);
        assertThat(costs(Map.of("department", "sales"))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(costs(Map.of("provider", "openai", "organisation", "1000", "recordType", "sales-order")))
                .containsExactly(2L);
        assertThat(costs(Map.of("department", ""))).isEmpty();
        assertThat(costs(Map.of())).as("of the month").hasSize(3);
        assertThat(reports.attempts(0, 10)).hasSize(4);
        assertThatThrownBy(() -> new CallLog.Search(Optional.empty(), Map.of("model", MODEL)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Long> costs(Map<String, String> only) {
        return reports.attempts(new CallLog.Search(Optional.of(NOVEMBER), only), 0, 10).stream()
                .map(row -> row.cost().orElseThrow().nanos())
                .toList();
    }

    private static Attribution of(String department) {
        return new Attribution(UUID.randomUUID(), "anna", "1000", "sales-order", "4711", "", department);
    }

    private static void assertNear(Percentiles actual, Percentiles exact) {
        assertThat(actual.count()).isEqualTo(exact.count());
        assertThat(actual.p50Millis()).isCloseTo(exact.p50Millis(), withinPercentage(1));
        assertThat(actual.p95Millis()).isCloseTo(exact.p95Millis(), withinPercentage(1));
        assertThat(actual.p99Millis()).isCloseTo(exact.p99Millis(), withinPercentage(1));
    }

    @Test
    void breakdownsAddUpToTheWhole() throws SQLException {
        Attribution north = to("1000", "sales-order");
        Attribution south = to("2000", "invoice");
        attempt(NOW.minusSeconds(86_400), north, "anthropic", MODEL, "overloaded", 0);
        attempt(NOW, north, "openai", "gpt-6-luna", "end", 30);
        attempt(NOW, south, "anthropic", MODEL, "end", 500);
        answer(NOW, north, "end", OptionalLong.of(1), 10);
        answer(NOW, south, "failed", OptionalLong.empty(), 20);

        MonthlyMetrics month = reports.month(NOVEMBER);
        assertThat(month.by()).containsOnlyKeys("model", "provider", "recordType", "organisation", "department", "day");
        assertThat(keys(month, "model")).containsExactly("", MODEL, "gpt-6-luna");
        assertThat(keys(month, "provider")).containsExactly("", "anthropic", "openai");
        assertThat(keys(month, "recordType")).containsExactly("invoice", "sales-order");
        assertThat(keys(month, "organisation")).containsExactly("1000", "2000");
        assertThat(keys(month, "day")).containsExactly("2026-11-19", "2026-11-20");
        month.by().values().forEach(slices -> {
            assertThat(slices.stream()
                            .mapToLong(slice -> slice.cost().amount().nanos())
                            .sum())
                    .isEqualTo(530);
            assertThat(slices.stream()
                            .mapToLong(slice -> slice.errors().attempts())
                            .sum())
                    .isEqualTo(3);
            assertThat(slices.stream()
                            .mapToLong(slice -> slice.errors().failedAnswers())
                            .sum())
                    .isEqualTo(1);
        });
        assertThat(slices(month, "organisation").get(0))
                .isEqualTo(new Slice(
                        "1000",
                        new CostReport(new Cost(30, EUR), Optional.empty(), Optional.empty(), 0, 0, new Cost(0, EUR)),
                        new Latency(new Percentiles(1, 1, 1, 1), new Percentiles(1, 10, 10, 10)),
                        new Errors(2, 0, 1, 0, 0, 0, 0, 1, 0)));
    }

    private static List<String> keys(MonthlyMetrics month, String dimension) {
        return slices(month, dimension).stream().map(Slice::key).toList();
    }

    private static List<Slice> slices(MonthlyMetrics month, String dimension) {
        return month.by().getOrDefault(dimension, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // now in a November of 720 hours that begins at 2026-10-31T23:00Z, and the forecast of 1000 nanos
        "2026-11-01T22:59:59.999Z, ",
        "2026-11-01T23:00:00Z, 30000",
        "2026-11-15T23:00:00Z, 2000",
        "2026-11-10T23:00:00Z, 3000",
        "2026-11-07T23:00:00Z, 4286",
        "2026-11-30T23:00:00Z, 1000",
        "2027-02-01T00:00:00Z, 1000",
        "2026-10-01T00:00:00Z, ",
    })
    void theForecastIsTheCostByTheElapsedShareOfTheMonth(Instant now, Long nanos) throws SQLException {
        attempt(Instant.parse("2026-11-01T00:00:00Z"), 1000);
        clock.set(now);
        assertThat(reports.month(NOVEMBER).cost().forecast())
                .isEqualTo(Optional.ofNullable(nanos).map(each -> new Cost(each, EUR)));
    }

    @Test
    void thereIsNoForecastFromUnpricedCallsAlone() throws SQLException {
        attempt(NOW, to("", ""), "own", "own-model", "end", false, Optional.empty());
        assertThat(reports.month(NOVEMBER).cost().forecast()).isEmpty();
    }

    @Test
    void theListOfCallsIsPagedNewestFirst() throws SQLException {
        for (int i = 0; i < 5; i++) {
            attempt(NOW.plusSeconds(i), i);
        }
        assertThat(reports.attempts(1, 2))
                .extracting(LedgerRow::sentAt)
                .containsExactly(NOW.plusSeconds(3), NOW.plusSeconds(2));
        assertThat(reports.attempts(5, 2)).isEmpty();
        assertThatThrownBy(() -> reports.attempts(0, 1001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offset 0 must be from 0 and limit 1001 from 1 to 1000");
    }
}
