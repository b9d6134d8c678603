package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;
import static erp.assistant.impl.ledger.Fixtures.MODEL;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.LedgerRow;
import erp.assistant.report.Rerating.Line;
import erp.assistant.report.Rerating.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerReratingTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String COLUMNS = String.join(",", PriceFile.COLUMNS);

    /** One euro a million in, two out. */
    private static final String CHEAP = "a,*,%s,2026-01-01,,0,1,0.1,,,2,EUR,s,2026-01-01".formatted(MODEL);

    private static final String DEAR = "b,*,%s,2026-01-01,,0,3,0.1,,,6,EUR,s,2026-01-01".formatted(MODEL);
    private static final String OTHER = "c,*,newcomer,2026-01-01,,0,4,,,,8,EUR,s,2026-01-01";

    private static final String REPRICINGS = "SELECT COUNT(*) FROM settlement WHERE reason = 'repricing'";

    @TempDir
    private Path folder;

    private final TestDatabase kind;
    private final DataSource database;
    private final Database sql;
    private final Fixtures.TestClock clock = new Fixtures.TestClock(NOW);
    private Settings settings;
    private PriceCatalogue prices;
    private Ledger ledger;
    private LedgerRerating rerating;
    private LedgerReports reports;

    LedgerReratingTest(TestDatabase kind) {
        this.kind = kind;
        database = kind.migrated();
        sql = new Database(database);
    }

    @BeforeEach
    void books() throws IOException {
        write(CHEAP);
        settings = Fixtures.settings(Dialect.ANTHROPIC, Optional.empty(), Optional.of(folder.resolve("prices.csv")));
        prices = new PriceCatalogue(() -> settings, clock);
        ledger = new Ledger(database, prices, () -> settings, clock, row -> {});
        rerating = new LedgerRerating(database, prices, () -> settings, clock);
        reports = new LedgerReports(database, () -> settings, clock);
    }

    private void write(String... rows) throws IOException {
        Files.writeString(folder.resolve("prices.csv"), COLUMNS + "\n" + String.join("\n", rows) + "\n");
    }

    private void prices(String... rows) throws IOException {
        write(rows);
        prices.refresh();
        assertThat(prices.state().problem()).isEmpty();
    }

    private UUID call(Instant at, String model, TokenUsage usage) {
        clock.set(at);
        UUID call = UUID.randomUUID();
        ledger.begin(Fixtures.attribution(call), "answer/1", List.of(), at);
        attempt(call, model, usage);
        ledger.finish(call, new AnswerOutcome("end", "primary", "anthropic", model, OptionalLong.of(1), 2));
        return call;
    }

    private void attempt(UUID call, String model, TokenUsage usage) {
        OpenAttempt open = ledger.open(
                Slot.PRIMARY,
                Fixtures.settings(Dialect.ANTHROPIC).primary(),
                Fixtures.request(call, clock.instant().plusSeconds(60)));
        ledger.settle(open, new AttemptEnd("end", model, 200, false, usage, OptionalLong.of(1), 2, "req_1", true));
    }

    private static TokenUsage used(long input, long output) {
        return Fixtures.reported(input, output);
    }

    private LedgerRow row(UUID call) throws SQLException {
        return new AttemptTable(sql).ofCall(call).get(0);
    }

    private static Cost euros(long nanos) {
        return new Cost(nanos, EUR);
    }

    @Test
    void aPreviewTellsWhatWouldChangeAndChangesNothing() throws Exception {
        UUID known = call(NOW, MODEL, used(1000, 100));
        call(NOW, "newcomer", used(1000, 0));
        call(NOW, "nobodys", used(5, 5));
        prices(DEAR, OTHER);

        Report report = rerating.preview(NOVEMBER);

        assertThat(report.applied()).isFalse();
        assertThat(report.fingerprint()).isEqualTo(prices.state().fingerprint());
        assertThat(report.models())
                .containsExactly(
                        new Line(MODEL, 1, 1, euros(1_200_000), euros(3_600_000), 0, 0),
                        new Line("newcomer", 1, 1, euros(0), euros(4_000_000), 1, 0),
                        new Line("nobodys", 1, 0, euros(0), euros(0), 1, 1));
        assertThat(report.totals()).containsExactly(new Line("", 3, 2, euros(1_200_000), euros(7_600_000), 2, 1));
        assertThat(report.totals().get(0).difference()).isEqualTo(euros(6_400_000));
        assertThat(row(known).cost()).contains(euros(1_200_000));
        assertThat(sql.query("SELECT COUNT(*) FROM rerating", row -> row.getInt(1)))
                .containsExactly(0);
    }

    @Test
    void applyingPutsTheNewCostIntoTheLedgerTheAnswersAndTheReportsAndKeepsTheOldOne() throws Exception {
        UUID known = call(NOW, MODEL, used(1000, 100));
        UUID unpriced = call(NOW, "newcomer", used(1000, 0));
        assertThat(reports.month(NOVEMBER).cost().unpricedCalls()).isEqualTo(1);
        prices(DEAR, OTHER);
        Report preview = rerating.preview(NOVEMBER);

        Report applied = rerating.apply(NOVEMBER, "adam");

        assertThat(applied.applied()).isTrue();
        assertThat(applied.skipped()).isZero();
        assertThat(applied.totals()).isEqualTo(preview.totals());
        assertThat(row(known).cost()).contains(euros(3_600_000));
        assertThat(row(known).priceRow()).isEqualTo("b");
        assertThat(row(unpriced).cost()).contains(euros(4_000_000));
        assertThat(reports.month(NOVEMBER).cost().amount()).isEqualTo(euros(7_600_000));
        assertThat(reports.month(NOVEMBER).cost().unpricedCalls()).isZero();
        assertThat(new AnswerTable(sql).row(unpriced)).hasValueSatisfying(answer -> {
            assertThat(answer.cost()).contains(euros(4_000_000));
            assertThat(answer.unpricedAttempts()).isZero();
        });
        assertThat(new AttemptTable(sql).history(new AttemptId(known, 1)))
                .extracting(entry -> entry.reason(), entry -> entry.before(), entry -> entry.after())
                .containsExactly(tuple("end", null, 1_200_000L), tuple("repricing", 1_200_000L, 3_600_000L));
        assertThat(new AttemptTable(sql).history(new AttemptId(unpriced, 1)))
                .extracting(entry -> entry.reason(), entry -> entry.before(), entry -> entry.after())
                .containsExactly(tuple("end", null, null), tuple("repricing", null, 4_000_000L));
        assertThat(sql.query(
                        "SELECT DISTINCT rerating FROM settlement WHERE reason = 'repricing'", row -> row.getString(1)))
                .isEqualTo(sql.query("SELECT rerating FROM rerating", row -> row.getString(1)));
        assertThat(sql.query(
                        "SELECT * FROM rerating",
                        row -> tuple(
                                row.getString("month_key"),
                                row.getString("asked_by"),
                                row.getString("prices"),
                                row.getLong("changed"))))
                .containsExactly(tuple("2026-11", "adam", prices.state().fingerprint(), 2L));
    }

    @Test
    void sumsOfDaysThatAreOverAreThoseOfTheNewPrices() throws Exception {
        call(NOW.minusSeconds(3 * 86_400), MODEL, used(1000, 100));
        call(NOW.minusSeconds(2 * 86_400), MODEL, used(1000, 100));
        call(NOW, MODEL, used(1000, 100));
        clock.set(NOW.plusSeconds(7200));
        new Rollup(database, () -> settings, clock).run();
        assertThat(sql.query("SELECT COUNT(*) FROM rollup_attempt WHERE cost_nanos > 0", row -> row.getInt(1))
                        .get(0))
                .isPositive();
        assertThat(reports.month(NOVEMBER).cost().amount()).isEqualTo(euros(3_600_000));
        prices(DEAR);

        rerating.apply(NOVEMBER, "adam");

        assertThat(reports.month(NOVEMBER).cost().amount()).isEqualTo(euros(10_800_000));
        assertThat(sql.query("SELECT COUNT(*) FROM rollup_late", row -> row.getInt(1)))
                .containsExactly(0);
    }

    @Test
    void applyingTwiceChangesNothingTheSecondTime() throws Exception {
        call(NOW, MODEL, used(1000, 100));
        prices(DEAR);
        rerating.apply(NOVEMBER, "adam");

        Report again = rerating.apply(NOVEMBER, "adam");

        assertThat(again.totals().get(0).changed()).isZero();
        assertThat(sql.query(REPRICINGS, row -> row.getInt(1))).containsExactly(1);
    }

    @Test
    void aPriceThatIsTakenBackMakesAttemptsUnpricedAgain() throws Exception {
        UUID call = call(NOW, MODEL, used(1000, 100));
        prices(OTHER);

        Report report = rerating.apply(NOVEMBER, "adam");

        assertThat(report.totals()).containsExactly(new Line("", 1, 1, euros(1_200_000), euros(0), 0, 1));
        assertThat(row(call).cost()).isEmpty();
        assertThat(row(call).priceRow()).isEmpty();
        assertThat(new AnswerTable(sql).row(call).orElseThrow().cost()).isEmpty();
        assertThat(new AnswerTable(sql).row(call).orElseThrow().unpricedAttempts())
                .isEqualTo(1);
    }

    /** Berlin is an hour ahead of UTC in November. */
    @Test
    void onlyTheMonthOfTheCompanysTimeZoneIsRerated() throws Exception {
        UUID october = call(Instant.parse("2026-10-31T22:59:59.999999Z"), MODEL, used(1000, 0));
        UUID first = call(Instant.parse("2026-10-31T23:00:00Z"), MODEL, used(1000, 0));
        UUID last = call(Instant.parse("2026-11-30T22:59:59.999999Z"), MODEL, used(1000, 0));
        UUID december = call(Instant.parse("2026-11-30T23:00:00Z"), MODEL, used(1000, 0));
        prices(DEAR);

        assertThat(rerating.apply(NOVEMBER, "adam").totals().get(0).attempts()).isEqualTo(2);

        assertThat(List.of(row(october), row(first), row(last), row(december)))
                .extracting(LedgerRow::priceRow)
                .containsExactly("a", "b", "b", "a");
    }

    @Test
    void everyAttemptIsSeenOnceHoweverManyShareAnInstant() throws Exception {
        UUID call = UUID.randomUUID();
        ledger.begin(Fixtures.attribution(call), "answer/1", List.of(), NOW);
        for (int i = 0; i < 5; i++) {
            attempt(call, MODEL, used(1, 0));
        }
        RerateTable table = new RerateTable(database);
        for (int i = 0; i < 20; i++) {
            call(NOW, MODEL, used(1, 0));
        }
        RerateTable.Place place = RerateTable.Place.before(NOW.plusSeconds(1));
        Set<AttemptId> seen = new HashSet<>();
        int rows = 0;
        List<PricedAttempt> page;
        do {
            page = table.page(NOW.minusSeconds(1), place, 3);
            page.forEach(attempt -> seen.add(attempt.id()));
            rows += page.size();
            place = page.isEmpty() ? place : RerateTable.Place.of(page.get(page.size() - 1));
        } while (page.size() == 3);

        assertThat(rows).isEqualTo(25);
        assertThat(seen).hasSize(25);
    }

    @Test
    void aPageIsReadFromAnIndexWithoutSortingTheMonth() throws Exception {
        for (int i = 0; i < 200; i++) {
            call(NOW.minusSeconds(i), MODEL, used(1, 0));
        }
        sql.update("ANALYZE");

        String plan = String.join(
                "\n",
                sql.query(
                        "EXPLAIN " + RerateTable.pageStatement(20),
                        row -> row.getString(1),
                        RerateTable.pageValues(NOW.minusSeconds(1000), RerateTable.Place.before(NOW))));

        assertThat(plan).containsIgnoringCase("attempt_newest_first");
        assertThat(plan)
                .matches(
                        text -> kind == TestDatabase.H2 ? text.contains("index sorted") : !text.contains("Sort"),
                        "reads in the index's order");
    }

    @Test
    void whatNobodyUsedStaysFreeAndWhatIsOpenIsLeftAlone() throws Exception {
        UUID refused = call(NOW, "", TokenUsage.NONE);
        UUID open = UUID.randomUUID();
        ledger.open(
                Slot.PRIMARY,
                Fixtures.settings(Dialect.ANTHROPIC).primary(),
                Fixtures.request(open, NOW.plusSeconds(60)));
        prices(DEAR);

        Report report = rerating.apply(NOVEMBER, "adam");

        assertThat(report.totals()).containsExactly(new Line("", 1, 0, euros(0), euros(0), 0, 0));
        assertThat(row(refused).cost()).contains(euros(0));
        assertThat(row(open).state()).isEqualTo("open");
        assertThat(row(open).cost()).isEmpty();
    }

    @Test
    void whatACrashLeftOpenStaysAtTheUpperBoundOfTheNewPrices() throws Exception {
        UUID call = UUID.randomUUID();
        ledger.open(
                Slot.PRIMARY,
                Fixtures.settings(Dialect.ANTHROPIC).primary(),
                Fixtures.request(call, NOW.plusSeconds(60)));
        clock.set(NOW.plusSeconds(1000));
        ledger.sweepAttempts(10);
        // 2,500 in and 500 out were reserved, in the dearest region
        assertThat(row(call).cost()).contains(euros(3_850_000));
        prices(DEAR);

        rerating.apply(NOVEMBER, "adam");

        assertThat(row(call).cost()).contains(euros(11_550_000));
        assertThat(row(call).usage().source()).isEqualTo(Source.CRASH);
    }

    @Test
    void classesAndTermsOfTheRowAreThoseThatAreRerated() throws Exception {
        TokenUsage usage =
                new TokenUsage(100, 200, 300, 400, 500, 600, 70, 3, new Terms("batch", "us"), Source.REPORTED);
        UUID call = call(NOW, "claude-haiku-4-5-20251001", usage);
        assertThat(row(call).usage()).isEqualTo(usage);
        assertThat(row(call).cost()).isEmpty();
        Files.writeString(
                folder.resolve("prices.csv"),
                PriceFiles.shipped(PriceFiles.PRICES).text());
        prices.refresh();

        rerating.apply(NOVEMBER, "adam");

        assertThat(row(call).cost())
                .isEqualTo(prices.price("anthropic", "claude-haiku-4-5-20251001", usage, NOW, EUR)
                        .map(Priced::cost))
                .isPresent();
        assertThat(row(call).priceRow()).isEqualTo("claude-haiku-4-5 x claude-batch x claude-us");
        assertThat(new AnswerTable(sql).row(call).orElseThrow().usage()).isEqualTo(usage.under(Terms.NOT_TOLD));
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsSkipped() throws Exception {
        UUID call = call(NOW, MODEL, used(1000, 100));
        prices(DEAR);
        RerateTable table = new RerateTable(database);
        PricedAttempt read = table.page(NOW.minusSeconds(1), RerateTable.Place.before(NOW.plusSeconds(1)), 10)
                .get(0);
        sql.update("UPDATE attempt SET cost_nanos = 77 WHERE call_id = ?", call);

        var change = new Repricing.Change(read, prices.price("anthropic", MODEL, used(1000, 100), NOW, EUR));
        assertThat(new Repricing(database).apply(UUID.randomUUID(), List.of(change), NOW))
                .isEmpty();

        assertThat(row(call).cost()).contains(euros(77));
        assertThat(sql.query(REPRICINGS, row -> row.getInt(1))).containsExactly(0);
    }

    /** One of a page that was overtaken must not hold up the others. */
    @Test
    void othersOfItsPageAreChangedAllTheSame() throws Exception {
        List<UUID> calls = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            calls.add(call(NOW.plusSeconds(i), MODEL, used(1000, 100)));
        }
        prices(DEAR);
        List<Repricing.Change> changes = new RerateTable(database)
                .page(NOW.minusSeconds(1), RerateTable.Place.before(NOW.plusSeconds(60)), 100).stream()
                        .map(read ->
                                new Repricing.Change(read, prices.price("anthropic", MODEL, used(1000, 100), NOW, EUR)))
                        .toList();
        sql.update("UPDATE attempt SET cost_nanos = 77 WHERE call_id = ?", calls.get(4));

        List<Repricing.Change> done = new Repricing(database).apply(UUID.randomUUID(), changes, NOW);

        assertThat(changes).hasSize(9);
        assertThat(done)
                .hasSize(8)
                .noneMatch(change -> change.attempt().id().call().equals(calls.get(4)));
        for (UUID call : calls) {
            assertThat(row(call).cost()).contains(euros(call.equals(calls.get(4)) ? 77 : 3_600_000));
        }
        assertThat(sql.query(REPRICINGS, row -> row.getInt(1))).containsExactly(8);
    }

    @Test
    void anAnswersSumIsOfAllItsAttemptsAlsoOfThoseThatStay() throws Exception {
        UUID call = UUID.randomUUID();
        ledger.begin(Fixtures.attribution(call), "answer/1", List.of(), NOW);
        attempt(call, MODEL, used(1000, 100));
        attempt(call, "nobodys", used(5, 5));
        attempt(call, MODEL, TokenUsage.NONE);
        attempt(call, MODEL, used(2000, 200));
        ledger.finish(call, new AnswerOutcome("end", "primary", "anthropic", MODEL, OptionalLong.of(1), 2));
        prices(DEAR);

        rerating.apply(NOVEMBER, "adam");

        assertThat(new AnswerTable(sql).row(call)).hasValueSatisfying(answer -> {
            assertThat(answer.cost()).contains(euros(3 * 3_600_000));
            assertThat(answer.unpricedAttempts()).isEqualTo(1);
        });
    }

    @Test
    void aDatabaseThatIsAwayIsTold() {
        FailingDataSource failing = new FailingDataSource(database);
        failing.failures.set(2);
        LedgerRerating away = new LedgerRerating(failing, prices, () -> Fixtures.settings(Dialect.ANTHROPIC), clock);

        assertThatThrownBy(() -> away.preview(NOVEMBER))
                .isInstanceOf(LedgerException.class)
                .hasMessage("the preview of 2026-11 could not be read");
        assertThatThrownBy(() -> away.apply(NOVEMBER, "adam"))
                .isInstanceOf(LedgerException.class)
                .hasMessage("2026-11 could not be re-rated to its end; do it again for the rest");
    }
}
