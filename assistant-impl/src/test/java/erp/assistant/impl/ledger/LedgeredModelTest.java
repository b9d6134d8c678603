package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.MODEL;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static erp.assistant.impl.ledger.Fixtures.completion;
import static erp.assistant.impl.ledger.Fixtures.reported;
import static erp.assistant.impl.ledger.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.LedgerRow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgeredModelTest {

    private final FailingDataSource database = new FailingDataSource(Fixtures.database());
    private final Fixtures.TestClock clock = new Fixtures.TestClock(NOW);
    private final List<LedgerRow> told = new ArrayList<>();
    private final Fixtures.KeepingSink sink = new Fixtures.KeepingSink();
    private final List<Long> pauses = new ArrayList<>();
    private final UUID call = UUID.randomUUID();
    private Dialect dialect = Dialect.ANTHROPIC;
    private final Ledger ledger = new Ledger(
            database,
            PriceCatalogue.load(Fixtures.settings(Dialect.ANTHROPIC)),
            () -> Fixtures.settings(dialect),
            clock,
            told::add);

    private LedgeredModel model(ChatModel delegate, Executor executor) {
        return new LedgeredModel(
                Slot.PRIMARY, delegate, ledger, () -> Fixtures.settings(dialect), executor, clock, pauses::add);
    }

    private CompletableFuture<Completion> stream(ChatModel delegate) {
        return model(delegate, Runnable::run).stream(request(call, NOW.plusSeconds(60)), sink)
                .toCompletableFuture();
    }

    private void streamToItsEnd(ChatModel delegate) {
        assertThat(stream(delegate)).isDone();
    }

    private List<LedgerRow> rows() {
        return new LedgerReports(database, () -> Fixtures.settings(dialect), clock).attempts(0, 100);
    }

    private LedgerRow row() {
        assertThat(rows()).hasSize(1);
        return rows().get(0);
    }

    private static @Nullable Throwable failure(Future<?> future) throws InterruptedException {
        try {
            future.get();
            throw new AssertionError("it did not fail");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static ChatModel failing(ProviderFault fault) {
        return (request, sink) -> CompletableFuture.failedFuture(fault);
    }

    @Test
    void theOpenRowIsCommittedBeforeTheRequestLeaves() {
        List<LedgerRow> seenByAnotherConnection = new ArrayList<>();
        streamToItsEnd((request, events) -> {
            seenByAnotherConnection.addAll(rows());
            return CompletableFuture.completedFuture(completion(MODEL, reported(1, 1)));
        });

        assertThat(seenByAnotherConnection).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("open");
            assertThat(row.outcome()).isEmpty();
            assertThat(row.user()).isEqualTo("anna");
            assertThat(row.requestedModel()).isEqualTo(MODEL);
            assertThat(row.cost()).isEmpty();
            // 2500 in at 2.00 (cache write for an hour, the dearest) + 500 out at 5.00 = 7500 micro USD, times 1.1 (in
            // the
            // dearest region) times 0.93
            assertThat(row.reserved()).contains(new Cost(7_672_500, Fixtures.EUR));
        });
    }

    @Test
    void anEndIsSettledWithTokensCostAndTimes() {
        CompletableFuture<Completion> provider = new CompletableFuture<>();
        CompletableFuture<Completion> answered = stream((request, events) -> {
            clock.advanceMillis(900);
            events.accept(new ChatEvent.Text("The order "));
            clock.advanceMillis(100);
            events.accept(new ChatEvent.Text("waits."));
            return provider;
        });
        assertThat(answered).isNotDone();
        Completion end = completion("claude-haiku-4-5-20251001", reported(2500, 500));
        provider.complete(end);

        assertThat(answered).isCompletedWithValue(end);
        assertThat(sink.events).containsExactly(new ChatEvent.Text("The order "), new ChatEvent.Text("waits."));
        LedgerRow row = row();
        assertThat(row.state()).isEqualTo("settled");
        assertThat(row.outcome()).isEqualTo("end");
        assertThat(row.httpStatus()).isEqualTo(200);
        assertThat(row.responseModel()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(row.usage()).isEqualTo(reported(2500, 500));
        // 2500 * 1.00 + 500 * 5.00 = 5000 micro USD, times 0.93
        assertThat(row.cost()).contains(new Cost(4_650_000, Fixtures.EUR));
        assertThat(row.priceRow()).isEqualTo("claude-haiku-4-5");
        assertThat(row.firstContentMillis()).isEqualTo(OptionalLong.of(900));
        assertThat(row.totalMillis()).isEqualTo(OptionalLong.of(1000));
        assertThat(row.providerRequestId()).isEqualTo("req_1");
        assertThat(told).containsExactly(row);
    }

    @Test
    void theSettlementRunsOnTheExecutorAndBeforeTheEndIsPassedOn() {
        Queue<Runnable> executor = new ArrayDeque<>();
        CompletableFuture<Completion> answered = model(
                        (request, events) -> CompletableFuture.completedFuture(completion(MODEL, reported(1, 1))),
                        executor::add)
                .stream(request(call, NOW.plusSeconds(60)), sink)
                .toCompletableFuture();

        assertThat(answered).isNotDone();
        assertThat(row().state()).isEqualTo("open");
        CompletableFuture<String> stateAtTheEnd = answered.thenApply(completion -> row().state());
        executor.remove().run();
        assertThat(stateAtTheEnd).isCompletedWithValue("settled");
    }

    @Test
    void aFaultThatWasNeverBilledCostsNothingAndIsPassedOnUnwrapped() throws Exception {
        ProviderFault fault = ProviderFault.of(ProviderFault.Kind.OVERLOADED, "overloaded")
                .provider("anthropic", MODEL)
                .status(529)
                .requestId("req_9")
                .build();
        CompletableFuture<Completion> answered =
                stream((request, events) -> CompletableFuture.failedFuture(new CompletionException(fault)));

        assertThat(failure(answered)).isSameAs(fault);
        LedgerRow row = row();
        assertThat(row.outcome()).isEqualTo("overloaded");
        assertThat(row.httpStatus()).isEqualTo(529);
        assertThat(row.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(row.cost()).contains(new Cost(0, Fixtures.EUR));
    }

    @Test
    void aFailureToldInsideAStreamHasStatus200() {
        streamToItsEnd(failing(ProviderFault.of(ProviderFault.Kind.OVERLOADED, "overloaded")
                .inStream(true)
                .build()));
        assertThat(row().httpStatus()).isEqualTo(200);
    }

    @Test
    void aCancelledStreamIsChargedWithAnEstimateIfTheProviderSaidNothing() {
        streamToItsEnd((request, events) -> {
            events.accept(new ChatEvent.Text("1234567"));
            return CompletableFuture.failedFuture(ProviderFault.of(ProviderFault.Kind.CANCELLED, "the asker has gone")
                    .build());
        });
        assertThat(row().outcome()).isEqualTo("cancelled");
        assertThat(row().firstContentMillis()).isPresent();
        // The prompt's estimate, and seven characters as three tokens.
        assertThat(row().usage()).isEqualTo(new TokenUsage(2500, 0, 0, 0, 3, 0, TokenUsage.Source.ESTIMATED));
        // (2500 * 1.00 + 3 * 5.00) * 0.93
        assertThat(row().cost()).contains(new Cost(2_338_950, Fixtures.EUR));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProviderFault.Kind.class,
            names = {"CANCELLED", "TOTAL_TIMEOUT"})
    void whatEndedBeforeItWasSentCostsNothing(ProviderFault.Kind kind) {
        streamToItsEnd(failing(
                ProviderFault.of(kind, "ended before it was sent").sent(false).build()));
        assertThat(row().usage()).isEqualTo(TokenUsage.NONE);
        assertThat(row().cost()).contains(new Cost(0, Fixtures.EUR));
    }

    @Test
    void whatIsCancelledBeforeItIsSentLeavesNoRow() throws Exception {
        sink.cancellation.cancel();
        CompletableFuture<Completion> answered = stream((request, events) -> {
            throw new AssertionError("sent all the same");
        });
        assertThat(failure(answered)).isInstanceOfSatisfying(ProviderFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(ProviderFault.Kind.CANCELLED);
            assertThat(fault.sent()).isFalse();
            assertThat(fault.model()).isEqualTo(MODEL);
        });
        assertThat(rows()).isEmpty();
    }

    @Test
    void aPartialReportIsTakenAsItIs() {
        TokenUsage partial = new TokenUsage(10, 20, 0, 0, 5, 0, TokenUsage.Source.PARTIAL);
        streamToItsEnd(failing(ProviderFault.of(ProviderFault.Kind.TRUNCATED, "cut")
                .usage(partial)
                .build()));
        assertThat(row().usage()).isEqualTo(partial);
    }

    @Test
    void anAnswerOfAnUnknownModelIsUnpriced() {
        streamToItsEnd((request, events) ->
                CompletableFuture.completedFuture(completion("claude-haiku-4-6", reported(2500, 500))));
        assertThat(row().cost()).isEmpty();
        assertThat(row().priceRow()).isEmpty();
        assertThat(row().reserved()).isPresent();
    }

    @Test
    void whatThrowsInTheAssistantIsAnInternalFailure() throws Exception {
        IllegalStateException bug = new IllegalStateException("bug");
        CompletableFuture<Completion> answered = stream((request, events) -> {
            throw bug;
        });
        assertThat(failure(answered)).isSameAs(bug);
        assertThat(row().outcome()).isEqualTo("internal");
    }

    @Test
    void anAttemptThatCannotBeRecordedIsNotSent() throws Exception {
        database.failures.set(1);
        List<String> sent = new ArrayList<>();
        CompletableFuture<Completion> answered = stream((request, events) -> {
            sent.add("sent");
            return new CompletableFuture<>();
        });
        assertThat(failure(answered))
                .isInstanceOf(LedgerException.class)
                .hasMessage("attempt of " + call + " could not be recorded and was not sent");
        assertThat(sent).isEmpty();
    }

    @Test
    void aSettlementIsTriedAgain() {
        CompletableFuture<Completion> answered = stream((request, events) -> {
            database.failures.set(2);
            return CompletableFuture.completedFuture(completion(MODEL, reported(1, 1)));
        });
        assertThat(answered).isCompleted();
        assertThat(row().state()).isEqualTo("settled");
        assertThat(pauses).containsExactly(100L, 200L);
    }

    @Test
    void anAnswerIsNotLostWhenItsSettlementFailsForGoodAndTheSweeperSettlesIt() {
        CompletableFuture<Completion> answered = stream((request, events) -> {
            database.failures.set(3);
            return CompletableFuture.completedFuture(completion(MODEL, reported(1, 1)));
        });
        assertThat(answered).isCompleted();
        assertThat(row().state()).isEqualTo("open");

        clock.set(NOW.plusSeconds(60).plus(Ledger.GRACE).plusMillis(1));
        new Sweeper(ledger).run();
        assertThat(row().outcome()).isEqualTo("crash");
    }

    @Test
    void aStoppingServerStillSettlesTheRowAndPassesTheEndOn() {
        CompletableFuture<Completion> answered = model(
                        (request, events) -> CompletableFuture.completedFuture(completion(MODEL, reported(1, 1))),
                        task -> {
                            throw new RejectedExecutionException("stopping");
                        })
                .stream(request(call, NOW.plusSeconds(60)), sink)
                .toCompletableFuture();
        assertThat(answered).isCompleted();
        assertThat(row().state()).isEqualTo("settled");
    }

    @Test
    void anExecutorThatIsStoppedButSaysSoInAnotherWayLosesNothingEither() {
        CompletableFuture<Completion> answered = model(
                        (request, events) -> CompletableFuture.completedFuture(completion(MODEL, reported(1, 1))),
                        task -> {
                            throw new IllegalStateException("the component is stopped");
                        })
                .stream(request(call, NOW.plusSeconds(60)), sink)
                .toCompletableFuture();
        assertThat(answered).isCompleted();
        assertThat(row().state()).isEqualTo("settled");
    }

    @Test
    void whatFailsWhileAnEndIsRecordedEndsTheStageToo() {
        IllegalStateException broken = new IllegalStateException("the clock has gone");
        CompletableFuture<Completion> answered = stream((request, events) -> {
            clock.fail(broken);
            return CompletableFuture.completedFuture(completion(MODEL, reported(1, 1)));
        });
        assertThat(answered).failsWithin(Duration.ZERO).withThrowableThat().withCause(broken);
    }

    @Test
    void theAttemptsOfACallAreNumberedFromOne() {
        streamToItsEnd(
                failing(ProviderFault.of(ProviderFault.Kind.CONNECT, "refused").build()));
        clock.advanceMillis(5);
        streamToItsEnd((request, events) -> CompletableFuture.completedFuture(completion(MODEL, reported(1, 1))));
        assertThat(rows()).extracting(LedgerRow::attempt).containsExactly(2, 1);
    }

    @Test
    void anOfflineSlotLeavesNoRow() {
        dialect = Dialect.OFFLINE;
        Completion offline = new Completion(
                Completion.Reason.END, Completion.Source.OFFLINE, "offline", "facts", TokenUsage.NONE, "");
        CompletableFuture<Completion> answered =
                stream((request, events) -> CompletableFuture.completedFuture(offline));
        assertThat(answered).isCompletedWithValue(offline);
        assertThat(rows()).isEmpty();
    }

    @Test
    void theListenerCannotHurtASettlement() {
        Ledger grumpy = new Ledger(
                database,
                PriceCatalogue.load(Fixtures.settings(dialect)),
                () -> Fixtures.settings(dialect),
                clock,
                row -> {
                    throw new IllegalStateException("no metrics today");
                });
        CompletableFuture<Completion> answered = new LedgeredModel(
                        Slot.PRIMARY,
                        (request, events) -> CompletableFuture.completedFuture(completion(MODEL, reported(1, 1))),
                        grumpy,
                        () -> Fixtures.settings(dialect),
                        Runnable::run,
                        clock)
                .stream(request(call, NOW.plus(Duration.ofSeconds(60))), sink).toCompletableFuture();
        assertThat(answered).isCompleted();
        assertThat(row().state()).isEqualTo("settled");
    }
}
