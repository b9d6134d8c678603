package erp.assistant.impl.resilience;

import static erp.assistant.impl.resilience.FakeModel.answers;
import static erp.assistant.impl.resilience.FakeModel.fails;
import static erp.assistant.impl.resilience.FakeModel.failsAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.fault.BudgetReached;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

class FailoverModelTest {

    static final ChatRequest REQUEST = new ChatRequest(
            new Attribution(UUID.randomUUID(), "anna", "DE", "sales-order", "4711", ""),
            new Prompt("answer/1", "system", "user", "Why?", List.of(), Locale.ENGLISH, 100),
            ModelTier.SMALL,
            500,
            Instant.EPOCH);

    private final FakeModel primary = new FakeModel();
    private final FakeModel backup = new FakeModel();
    private final FakeModel offline = new FakeModel();
    private final RecordingSink sink = new RecordingSink();
    private final HandPause pause = new HandPause();
    private long nanos;
    private Settings settings = withBackup(Map.of());

    private static Settings withBackup(Map<String, String> more) {
        Map<String, String> values = new java.util.HashMap<>(more);
        values.put("assistant.provider.backup.dialect", "openai");
        values.put("assistant.provider.backup.api-key", "key");
        return TestSettings.of(values);
    }

    private CompletableFuture<Completion> ask() {
        return new FailoverModel(primary, backup, offline, () -> settings, pause, request -> true, () -> nanos)
                .stream(REQUEST, sink).toCompletableFuture();
    }

    private static AttemptFailed failed(Kind kind) {
        return FaultRules.classify(
                ProviderFault.of(kind, "told by a test")
                        .provider("fake", "fake-1")
                        .build(),
                Duration.ofSeconds(1));
    }

    @Test
    void thePrimaryAnswersAlone() {
        primary.then(answers("Because."));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(sink.seen).hasToString("Because.");
        assertThat(backup.calls).isZero();
    }

    @Test
    void beforeAnyTextTheBackupTakesOverUnseen() {
        primary.then(fails(failed(Kind.OVERLOADED)));
        backup.then(answers("Because."));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.BACKUP);
        assertThat(sink.seen).hasToString("Because.");
    }

    @Test
    void anOpenBreakerSendsTheQuestionStraightToTheBackup() {
        primary.then(fails(new CircuitBreakerOpenException("open")));
        backup.then(answers("Because."));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.BACKUP);
    }

    @Test
    void afterTextTheAnswerStartsAnewWhereEverybodySeesIt() {
        primary.then(failsAfter("Beca", failed(Kind.TRUNCATED)));
        backup.then(answers("Because."));

        assertThat(ask().join().reason().complete()).isTrue();
        assertThat(sink.seen).hasToString("Beca<restart provider-failed>Because.");
    }

    @Test
    void afterTextTheAnswerEndsIncompleteIfThatIsConfigured() {
        settings = withBackup(Map.of("assistant.failover.after-content", "incomplete"));
        primary.then(failsAfter("Beca", failed(Kind.IDLE_TIMEOUT)));

        Completion completion = ask().join();

        assertThat(completion.reason()).isEqualTo(Completion.Reason.TIMEOUT);
        assertThat(sink.seen).hasToString("Beca");
        assertThat(backup.calls).isZero();
    }

    @Test
    void afterTextWithoutABackupTheAnswerEndsIncompleteAndIsNotPaddedWithFacts() {
        settings = TestSettings.of(Map.of());
        primary.then(failsAfter("Beca", failed(Kind.TRUNCATED)));

        assertThat(ask().join().reason()).isEqualTo(Completion.Reason.TRUNCATED);
        assertThat(offline.calls).isZero();
    }

    @Test
    void whenNobodyAnswersTheRecordsOwnFactsDo() {
        primary.then(fails(failed(Kind.CONNECT)));
        backup.then(fails(failed(Kind.SERVER_ERROR)));
        offline.then(sink -> CompletableFuture.completedFuture(FakeModel.end().from(Completion.Source.OFFLINE)));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.OFFLINE);
    }

    @Test
    void aBackupThatABudgetHasRoomForIsAsked() {
        primary.then(fails(BudgetReached.noRoom("the company's budget", LocalDate.of(2026, 12, 1))));
        backup.then(answers("Because."));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.BACKUP);
    }

    @Test
    void whatIsShownWithoutRoomInABudgetIsNotDecidedHere() {
        BudgetReached refusal = BudgetReached.noRoom("the company's budget", LocalDate.of(2026, 12, 1));
        primary.then(fails(refusal));
        backup.then(fails(refusal));

        assertThatThrownBy(() -> ask().get()).hasCause(refusal);
        assertThat(offline.calls).isZero();
    }

    @Test
    void theLastResortCanBeAnError() {
        settings = withBackup(Map.of("assistant.failover.last-resort", "error"));
        primary.then(fails(failed(Kind.CONNECT)));
        backup.then(fails(failed(Kind.RATE_LIMITED)));

        assertThatThrownBy(() -> ask().join())
                .hasCauseInstanceOf(ProviderFault.class)
                .cause()
                .extracting(cause -> ((ProviderFault) cause).kind())
                .isEqualTo(Kind.RATE_LIMITED);
        assertThat(offline.calls).isZero();
    }

    @Test
    void aCancelledAnswerAsksNobodyElse() {
        primary.then(sink -> {
            this.sink.cancellation.cancel();
            return CompletableFuture.failedFuture(failed(Kind.CANCELLED));
        });

        assertThat(ask())
                .succeedsWithin(Duration.ZERO)
                .isEqualTo(new Completion(
                        Completion.Reason.STOPPED, Completion.Source.PRIMARY, "fake", "fake-1", TokenUsage.NONE, ""));
        assertThat(backup.calls + offline.calls).isZero();
    }

    @Test
    void anAnswerThatIsStoppedAtTheBackupSaysSo() {
        TokenUsage used = new TokenUsage(100, 0, 0, 0, 7, 0, TokenUsage.Source.PARTIAL);
        primary.then(fails(failed(Kind.CONNECT)));
        backup.then(sink -> {
            this.sink.cancellation.cancel();
            return CompletableFuture.failedFuture(new AttemptFailed(ProviderFault.of(Kind.CANCELLED, "told by a test")
                    .provider("other", "other-1")
                    .usage(used)
                    .requestId("req-2")
                    .build()));
        });

        assertThat(ask())
                .succeedsWithin(Duration.ZERO)
                .isEqualTo(new Completion(
                        Completion.Reason.STOPPED, Completion.Source.BACKUP, "other", "other-1", used, "req-2"));
    }

    @Test
    void anAnswerThatIsStoppedWhereNobodyWasAskedNamesNoModel() {
        primary.then(sink -> {
            this.sink.cancellation.cancel();
            return CompletableFuture.failedFuture(new CircuitBreakerOpenException("open"));
        });

        assertThat(ask().join().model()).isEmpty();
        assertThat(backup.calls + offline.calls).isZero();
    }

    @Test
    void workBehindAStageThatFaultToleranceGaveUpIsCancelledAndSaysNothingMore() {
        List<ChatSink> abandoned = new ArrayList<>();
        primary.then(attempt -> {
            abandoned.add(attempt);
            return CompletableFuture.failedFuture(new TimeoutException("fault tolerance"));
        });
        backup.then(answers("Because."));

        ask().join();
        abandoned.get(0).accept(new ChatEvent.Text("too late"));

        assertThat(abandoned.get(0).cancellation().isCancelled()).isTrue();
        assertThat(sink.cancellation.isCancelled()).isFalse();
        assertThat(sink.seen).hasToString("Because.");
    }

    @Test
    void whenTheDeadlineOfTheWholeAnswerHasPassedNoFurtherProviderIsAsked() {
        primary.then(fails(failed(Kind.TOTAL_TIMEOUT)));
        offline.then(sink -> CompletableFuture.completedFuture(FakeModel.end().from(Completion.Source.OFFLINE)));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.OFFLINE);
        assertThat(backup.calls).isZero();
    }

    @Test
    void aFailureOfOurOwnBeforeTheAttemptIsNotAnEndWithoutAnswer() {
        primary.then(sink -> {
            throw new IllegalStateException("ledger");
        });
        backup.then(answers("Because."));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.BACKUP);
    }

    @Test
    void aFailureOfOurOwnAfterTextEndsTheAnswerIncomplete() {
        settings = TestSettings.of(Map.of());
        primary.then(failsAfter("Beca", new IllegalStateException("ledger")));

        assertThat(ask())
                .succeedsWithin(Duration.ZERO)
                .isEqualTo(new Completion(
                        Completion.Reason.TRUNCATED, Completion.Source.PRIMARY, "", "", TokenUsage.NONE, ""));
    }

    @Test
    void whatFailsBetweenTwoProvidersEndsTheAnswerToo() {
        settings = withBackup(Map.of());
        primary.then(failsAfter("Beca", failed(Kind.TRUNCATED)));
        IllegalStateException gone = new IllegalStateException("the browser's stream has gone");
        sink.failAtRestart(gone);

        assertThat(ask()).failsWithin(Duration.ZERO).withThrowableThat().withCause(gone);
    }

    @Test
    void aRequestThatIsTooLargeForEverybodyIsToldAndNotAnsweredWithFacts() {
        primary.then(fails(failed(Kind.TOO_LARGE)));
        backup.then(fails(failed(Kind.CONNECT)));

        assertThatThrownBy(() -> ask().join())
                .cause()
                .extracting(cause -> ((ProviderFault) cause).kind())
                .isEqualTo(Kind.TOO_LARGE);
        assertThat(offline.calls).isZero();
    }

    private static Completion declined() {
        return new Completion(
                Completion.Reason.REFUSAL, Completion.Source.PRIMARY, "fake", "fake-1", TokenUsage.NONE, "");
    }

    @Test
    void aRefusalIsAnAnswerAndNobodyElseIsAsked() {
        primary.then(sink -> CompletableFuture.completedFuture(declined()));

        assertThat(ask().join().reason()).isEqualTo(Completion.Reason.REFUSAL);
        assertThat(backup.calls + offline.calls).isZero();
    }

    @Test
    void afterARefusalTheBackupIsAskedIfThatIsConfigured() {
        settings = withBackup(Map.of("assistant.failover.after-refusal", "backup"));
        primary.then(sink -> CompletableFuture.completedFuture(declined()));
        backup.then(answers("Because."));

        assertThat(ask().join().source()).isEqualTo(Completion.Source.BACKUP);
    }

    @Test
    void aRefusalStandsIfTheBackupFails() {
        settings = withBackup(Map.of("assistant.failover.after-refusal", "backup"));
        primary.then(sink -> CompletableFuture.completedFuture(declined()));
        backup.then(fails(failed(Kind.CONNECT)));

        assertThat(ask()).succeedsWithin(Duration.ZERO).isEqualTo(declined());
        assertThat(offline.calls).isZero();
    }

    @Test
    void aRefusalInWordsIsShownEvenSo() {
        settings = withBackup(Map.of("assistant.failover.after-refusal", "backup"));
        primary.then(sink -> {
            sink.accept(new ChatEvent.Text("I cannot."));
            return CompletableFuture.completedFuture(declined());
        });

        assertThat(ask().join().reason()).isEqualTo(Completion.Reason.REFUSAL);
        assertThat(backup.calls).isZero();
    }
}
