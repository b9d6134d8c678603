package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;
import static erp.assistant.impl.ledger.Fixtures.MODEL;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static erp.assistant.impl.ledger.Fixtures.attribution;
import static erp.assistant.impl.ledger.Fixtures.reported;
import static erp.assistant.impl.ledger.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.Cost;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Fact;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.AnswerRow;
import erp.assistant.report.AuditLog;
import erp.assistant.report.AuditLog.PromptField;
import erp.assistant.report.LedgerRow;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerTest {

    private final FailingDataSource database;
    private final Fixtures.TestClock clock = new Fixtures.TestClock(NOW);
    private final Settings settings = Fixtures.settings(Dialect.ANTHROPIC);
    private final List<LedgerRow> told = Collections.synchronizedList(new ArrayList<>());
    private final Ledger ledger;
    private final AttemptTable attempts;
    private final UUID call = UUID.randomUUID();

    LedgerTest(TestDatabase kind) {
        database = new FailingDataSource(kind.migrated());
        ledger = new Ledger(database, PriceCatalogue.load(settings), () -> settings, clock, told::add);
        attempts = new AttemptTable(new Database(database));
    }

    private OpenAttempt open() {
        return ledger.open(Slot.PRIMARY, settings.primary(), request(call, NOW.plusSeconds(60)));
    }

    private OpenAttempt openUnpriced() {
        ProviderSettings unknown = new ProviderSettings(
                Slot.PRIMARY,
                Dialect.OPENAI,
                "own",
                settings.primary().baseUrl(),
                Optional.empty(),
                "own-model",
                "own-model",
                Map.of());
        return ledger.open(Slot.PRIMARY, unknown, request(call, NOW.plusSeconds(60)));
    }

    private static AttemptEnd end(String model, TokenUsage usage) {
        return new AttemptEnd("end", model, 200, false, usage, OptionalLong.of(900), 2000, "req", true);
    }

    private static AnswerOutcome answered() {
        return new AnswerOutcome("end", "primary", "anthropic", MODEL, OptionalLong.of(1100), 19_100);
    }

    @Test
    void anAnswerSumsUpItsAttempts() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        ledger.settle(open(), end(MODEL, reported(1000, 100)));
        ledger.settle(open(), end(MODEL, new TokenUsage(10, 20, 30, 40, 50, 60, TokenUsage.Source.ESTIMATED)));
        ledger.settle(openUnpriced(), end("own-model", reported(1, 2)));

        assertThat(ledger.finish(call, answered()))
                .isEqualTo(new AnswerRow(
                        call.toString(),
                        NOW,
                        "anna",
                        "1000",
                        "sales-order",
                        "4711",
                        "summary",
                        "end",
                        "primary",
                        MODEL,
                        new TokenUsage(1011, 20, 30, 40, 152, 60, TokenUsage.Source.ESTIMATED),
                        // 1500 + (10 * 1 + 20 * 0.10 + 30 * 1.25 + 40 * 2 + 110 * 5 = 679.5) micro USD, times 0.93
                        Optional.of(new Cost(2_026_935, EUR)),
                        1,
                        3,
                        List.of("anthropic", "own"),
                        OptionalLong.of(1100),
                        19_100));
    }

    @Test
    void aChangeOfTheCompanysCurrencyHoldsFromTheNextAttemptOn() {
        Currency dollar = Currency.getInstance("USD");
        Settings[] inForce = {settings};
        Ledger live = new Ledger(database, PriceCatalogue.load(settings), () -> inForce[0], clock, told::add);
        ChatRequest request = request(call, NOW.plusSeconds(60));
        OpenAttempt underWay = live.open(Slot.PRIMARY, settings.primary(), request);

        inForce[0] = Fixtures.settings(Dialect.ANTHROPIC, Optional.empty(), Optional.empty(), dollar);
        live.settle(underWay, end(MODEL, reported(2500, 500)));
        live.settle(live.open(Slot.PRIMARY, settings.primary(), request), end(MODEL, reported(2500, 500)));

        assertThat(told)
                .extracting(row -> row.cost().orElseThrow())
                .containsExactly(new Cost(4_650_000, EUR), new Cost(5_000_000, dollar));
        MonthlyMetrics month = new LedgerReports(database, () -> inForce[0], clock).month(YearMonth.of(2026, 11));
        assertThat(month.cost().amount()).isEqualTo(new Cost(5_000_000, dollar));
        assertThat(month.cost().unpricedCalls()).as("the one in euros").isEqualTo(1);
    }

    @Test
    void anAnswerWhoseAttemptsAreAllUnpricedHasNoCost() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        ledger.settle(openUnpriced(), end("own-model", reported(1, 2)));
        AnswerRow row = ledger.finish(call, answered());
        assertThat(row.cost()).isEmpty();
        assertThat(row.unpricedAttempts()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutAttemptsCostsNothing() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        AnswerRow row =
                ledger.finish(call, new AnswerOutcome("end", "cache", "anthropic", MODEL, OptionalLong.of(1), 1));
        assertThat(row.cost()).contains(new Cost(0, EUR));
        assertThat(row.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(row.attempts()).isZero();
    }

    @Test
    void anAttemptStillOpenMakesTheAnswersCostIncomplete() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        open();
        AnswerRow row = ledger.finish(call, answered());
        assertThat(row.cost()).isEmpty();
        assertThat(row.unpricedAttempts()).isEqualTo(1);
    }

    @Test
    void anAnswerIsSettledOnce() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        ledger.finish(call, answered());
        assertThatThrownBy(() -> ledger.finish(call, answered()))
                .isInstanceOf(LedgerException.class)
                .hasMessage("answer " + call + " is not open");
    }

    @Test
    void aQuestionThatCannotBeRecordedFails() {
        database.failures.set(1);
        assertThatThrownBy(() -> ledger.begin(attribution(call), "answer/1", List.of(), NOW))
                .isInstanceOf(LedgerException.class)
                .hasMessage("question " + call + " could not be recorded")
                .hasRootCauseMessage("database is away");
    }

    @Test
    void whatAPromptHoldsIsRecordedBeforeItIsSentAndAgainBeforeMoreIs() {
        LedgerAudit audit = new LedgerAudit(database);
        Fact status = new Fact("status", "Status", "open", "");
        Fact more = new Fact("found1rows.7.open", "Open", "{personal-1}", "Invoices", true);
        ledger.begin(attribution(call), "answer/1", List.of(new SentValue("status", "Status", false)), NOW);
        assertThat(audit.question(call.toString()).orElseThrow().fields().orElseThrow())
                .containsExactly(new PromptField("status", "Status", false, List.of()));

        ledger.open(Slot.PRIMARY, settings.primary(), holding(status));
        ledger.open(Slot.PRIMARY, settings.primary(), holding(status, more));

        AuditLog.Entry entry = audit.question(call.toString()).orElseThrow();
        assertThat(entry.fields().orElseThrow())
                .containsExactly(
                        new PromptField("status", "Status", false, List.of()),
                        new PromptField("found1rows.*.open", "Open", true, List.of("7")));
        assertThat(entry.with(entry.fields().orElseThrow().get(1)))
                .extracting(AuditLog.Request::attempt)
                .containsExactly(2);
        assertThat(entry.with(entry.fields().orElseThrow().get(0))).hasSize(2);
    }

    private ChatRequest holding(Fact... facts) {
        Prompt prompt = new Prompt("answer/1", "system", "user", "question", List.of(facts), Locale.ENGLISH, 2500);
        return new ChatRequest(attribution(call), prompt, ModelTier.SMALL, 500, NOW.plusSeconds(60));
    }

    @Test
    void aCallNumberIsUnique() throws SQLException {
        OpenAttempt first = open();
        Attempt again = new Attempt(
                attribution(call),
                NOW,
                NOW,
                Slot.PRIMARY,
                "anthropic",
                "",
                MODEL,
                ModelTier.SMALL,
                1,
                1,
                EUR,
                Optional.empty(),
                UUID.randomUUID(),
                Fixtures.NO_NAMES);
        assertThatThrownBy(() -> attempts.insert(first.id(), again)).isInstanceOf(SQLException.class);
        assertThat(attempts.ofCall(call)).hasSize(1);
    }

    @Test
    void attemptsAtTheSameTimeGetNumbersOfTheirOwn() throws Exception {
        Callable<OpenAttempt> opening = this::open;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<OpenAttempt> each : threads.invokeAll(Collections.nCopies(40, opening))) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(attempts.ofCall(call))
                .extracting(LedgerRow::attempt)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void aRepeatedSettlementChangesAndTellsNothing() throws SQLException {
        OpenAttempt attempt = open();
        ledger.settle(attempt, end(MODEL, reported(1000, 100)));
        LedgerRow row = attempts.row(attempt.id());
        ledger.settle(attempt, end(MODEL, reported(9, 9)));
        assertThat(attempts.row(attempt.id())).isEqualTo(row);
        assertThat(told).containsExactly(row);
    }

    @Test
    void theSweeperLeavesALeaseInForceAlone() throws SQLException {
        OpenAttempt attempt = open();
        clock.set(NOW.plusSeconds(120));
        new Sweeper(ledger).run();
        assertThat(attempts.row(attempt.id()).state()).isEqualTo("open");
    }

    @Test
    void theSweeperSettlesAnOrphanAtTheReservedUpperBound() throws SQLException {
        OpenAttempt attempt = open();
        clock.set(NOW.plusSeconds(120).plusMillis(1));
        new Sweeper(ledger).run();

        LedgerRow row = attempts.row(attempt.id());
        assertThat(row.state()).isEqualTo("settled");
        assertThat(row.outcome()).isEqualTo("crash");
        assertThat(row.usage()).isEqualTo(new TokenUsage(2500, 0, 0, 0, 500, 0, TokenUsage.Source.CRASH));
        assertThat(row.cost()).isPresent().isEqualTo(row.reserved());
        assertThat(row.totalMillis()).isEmpty();
        assertThat(told).containsExactly(row);
    }

    @Test
    void anUnpricedOrphanStaysUnpriced() throws SQLException {
        OpenAttempt attempt = openUnpriced();
        clock.set(NOW.plusSeconds(121));
        new Sweeper(ledger).run();
        assertThat(attempts.row(attempt.id()).outcome()).isEqualTo("crash");
        assertThat(attempts.row(attempt.id()).cost()).isEmpty();
    }

    @Test
    void theTruthReplacesWhatTheSweeperSupposedWithoutBeingToldTwice() throws SQLException {
        OpenAttempt attempt = open();
        clock.set(NOW.plusSeconds(121));
        new Sweeper(ledger).run();
        ledger.settle(attempt, end(MODEL, reported(1000, 100)));
        assertThat(attempts.row(attempt.id()).outcome()).isEqualTo("end");
        assertThat(attempts.row(attempt.id()).cost()).contains(new Cost(1_395_000, EUR));
        assertThat(told).hasSize(1);
    }

    @Test
    void eachChangeOfAnAttemptsCostIsAnEntryAndNoEntryChanges() throws SQLException {
        OpenAttempt attempt = open();
        assertThat(attempts.history(attempt.id())).isEmpty();
        clock.set(NOW.plusSeconds(121));
        new Sweeper(ledger).run();
        List<SettlementTable.Entry> afterCrash = attempts.history(attempt.id());
        ledger.settle(attempt, end(MODEL, reported(1000, 100)));
        ledger.settle(attempt, end(MODEL, reported(9, 9)));

        long reserved = attempts.row(attempt.id()).reserved().orElseThrow().nanos();
        assertThat(afterCrash).containsExactly(new SettlementTable.Entry(1, "crash", "crash", "crash", null, reserved));
        assertThat(attempts.history(attempt.id()))
                .containsExactly(
                        afterCrash.get(0),
                        new SettlementTable.Entry(2, "correction", "end", "reported", reserved, 1_395_000L));
    }

    @Test
    void aSettlementWhoseEntryCannotBeWrittenDoesNotHappen() throws SQLException {
        OpenAttempt attempt = open();
        Database direct = new Database(database);
        direct.update("ALTER TABLE settlement RENAME TO hidden");
        assertThatThrownBy(() -> ledger.settle(attempt, end(MODEL, reported(1000, 100))))
                .isInstanceOf(LedgerException.class);
        assertThat(attempts.row(attempt.id()).state()).isEqualTo("open");

        direct.update("ALTER TABLE hidden RENAME TO settlement");
        ledger.settle(attempt, end(MODEL, reported(1000, 100)));
        assertThat(attempts.row(attempt.id()).state()).isEqualTo("settled");
    }

    @Test
    void whatADeadServerLeftOpenIsSettledByAnotherLongBeforeItsLeaseEnds() throws SQLException {
        ledger.arrive("host:/a");
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        OpenAttempt attempt = open();
        Ledger other = another("host:/b");
        new Sweeper(other).run();
        assertThat(attempts.row(attempt.id()).state()).as("while it lives").isEqualTo("open");

        silentFor(31);
        new Beat(other, "host:/b").run();
        new Sweeper(other).run();
        assertThat(attempts.row(attempt.id()).outcome()).isEqualTo("crash");
        assertThat(failedAnswers()).isEqualTo(1);
    }

    @Test
    void aServerThatStartsAnewSettlesWhatItsPredecessorLeftOpenAtOnce() throws SQLException {
        ledger.arrive("host:/a");
        OpenAttempt attempt = open();
        Ledger elsewhere = another("host:/b");
        OpenAttempt ofElsewhere =
                elsewhere.open(Slot.PRIMARY, settings.primary(), request(UUID.randomUUID(), NOW.plusSeconds(60)));

        Ledger restarted = another("host:/a");
        new Sweeper(restarted).run();
        assertThat(attempts.row(attempt.id()).outcome()).isEqualTo("crash");
        assertThat(attempts.row(ofElsewhere.id()).state()).isEqualTo("open");
    }

    @Test
    void aServerThatWasTakenForDeadIsAliveWithItsNextBeatAndItsTruthHolds() throws SQLException {
        ledger.arrive("host:/a");
        OpenAttempt swept = open();
        Ledger same = another("host:/a");
        new Sweeper(same).run();

        new Beat(ledger, "host:/a").run();
        OpenAttempt next = open();
        new Sweeper(same).run();
        ledger.settle(swept, end(MODEL, reported(1000, 100)));
        assertThat(attempts.row(next.id()).state()).isEqualTo("open");
        assertThat(attempts.row(swept.id()).outcome()).isEqualTo("end");
    }

    @Test
    void aBeatWhoseRunIsNotKnownMakesItKnown() throws SQLException {
        new Beat(ledger, "host:/a").run();
        open();
        silentFor(31);
        new Sweeper(another("host:/b")).run();
        assertThat(told).singleElement().extracting(LedgerRow::outcome).isEqualTo("crash");
    }

    @Test
    void serversThatSweepAtTheSameTimeSettleEachOrphanOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            open();
        }
        clock.set(NOW.plusSeconds(121));
        List<Ledger> servers = List.of(another("host:/a"), another("host:/b"), another("host:/c"));
        ExecutorService threads = Executors.newFixedThreadPool(servers.size());
        try {
            List<Callable<Object>> sweeps = servers.stream()
                    .map(server -> Executors.callable(new Sweeper(server)))
                    .toList();
            for (Future<Object> each : threads.invokeAll(sweeps)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(attempts.ofCall(call))
                .hasSize(60)
                .allSatisfy(row -> assertThat(attempts.history(new AttemptId(call, row.attempt())))
                        .hasSize(1));
        assertThat(told).hasSize(60);
    }

    private Ledger another(String place) {
        Ledger other = new Ledger(database, PriceCatalogue.load(settings), () -> settings, clock, told::add);
        other.arrive(place);
        return other;
    }

    private void silentFor(int seconds) throws SQLException {
        new Database(database).update("UPDATE server_run SET beat_at = beat_at - INTERVAL '" + seconds + "' SECOND");
    }

    @Test
    void anAnswerFromTheCacheCostsNothingAndSavesWhatItsOriginalCost() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        ledger.settle(open(), end(MODEL, reported(1000, 100)));
        ledger.finish(call, answered());
        for (int i = 0; i < 2; i++) {
            UUID again = UUID.randomUUID();
            ledger.begin(attribution(again), "answer/1", List.of(), NOW);
            assertThat(ledger.finish(again, repeating(call)).cost()).contains(new Cost(0, EUR));
        }

        CostReport month = cost();
        assertThat(month.amount()).isEqualTo(new Cost(1_395_000, EUR));
        assertThat(month.cacheHits()).isEqualTo(2);
        assertThat(month.saved()).isEqualTo(new Cost(2 * 1_395_000, EUR));
    }

    @Test
    void whatACachedAnswerSavesIsUnknownIfItsOriginalIs() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        ledger.finish(call, repeating(UUID.randomUUID()));
        assertThat(cost().cacheHits()).isEqualTo(1);
        assertThat(cost().saved()).isEqualTo(new Cost(0, EUR));
    }

    private static AnswerOutcome repeating(UUID original) {
        return AnswerOutcome.of(
                new Completion(
                        Completion.Reason.END,
                        Completion.Source.CACHE,
                        "anthropic",
                        MODEL,
                        TokenUsage.NONE,
                        original.toString()),
                OptionalLong.of(1),
                1);
    }

    private CostReport cost() {
        LedgerReports reports = new LedgerReports(database, () -> settings, clock);
        return reports.month(reports.currentMonth()).cost();
    }

    @Test
    void theSweeperSettlesAnswersAsFailedAfterTheirAttempts() {
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        open();
        clock.set(NOW.plusSeconds(180));
        new Sweeper(ledger).run();
        assertThat(failedAnswers()).isZero();
        clock.set(NOW.plusSeconds(181));
        new Sweeper(ledger).run();
        assertThat(failedAnswers()).isEqualTo(1);

        AnswerRow late = ledger.finish(call, answered());
        assertThat(late.outcome()).isEqualTo("end");
        assertThat(failedAnswers()).isZero();
    }

    private long failedAnswers() {
        LedgerReports reports = new LedgerReports(database, () -> settings, clock);
        return reports.month(reports.currentMonth()).errors().failedAnswers();
    }

    @Test
    void aSweepAfterALongOutageGoesOnUntilAllAreSettled() throws SQLException {
        for (int i = 0; i < Sweeper.BATCH + 1; i++) {
            open();
        }
        clock.set(NOW.plusSeconds(121));
        new Sweeper(ledger).run();
        assertThat(attempts.ofCall(call))
                .hasSize(Sweeper.BATCH + 1)
                .allSatisfy(row -> assertThat(row.outcome()).isEqualTo("crash"));
    }

    @Test
    void aSweepThatFailsDoesNotEndTheSchedule() {
        open();
        clock.set(NOW.plusSeconds(121));
        database.failures.set(1);
        new Sweeper(ledger).run();
        assertThat(told).isEmpty();
        new Sweeper(ledger).run();
        assertThat(told).hasSize(1);
    }

    @Test
    void textFromElsewhereIsCutAndCleaned() throws SQLException {
        OpenAttempt attempt = open();
        ledger.settle(attempt, end("m\0" + "x".repeat(300), reported(1, 1)));
        assertThat(attempts.row(attempt.id()).responseModel()).isEqualTo("m " + "x".repeat(198));
    }

    @Test
    void instantsKeepTheirMicroseconds() {
        Instant precise = Instant.parse("2026-11-20T10:00:00.123456789Z");
        ledger.begin(attribution(call), "answer/1", List.of(), precise);
        assertThat(ledger.finish(call, answered()).askedAt()).isEqualTo("2026-11-20T10:00:00.123456Z");
    }

    @Test
    void theSchemaCanBeMigratedAgain() {
        Schema.migrate(database);
        ledger.begin(attribution(call), "answer/1", List.of(), NOW);
        assertThat(ledger.finish(call, answered()).outcome()).isEqualTo("end");
    }
}
