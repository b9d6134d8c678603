package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.Resilience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

class GuardedAttemptTest {

    private static final Duration WAIT = Duration.ofMillis(800);

    private final RecordingSink asker = new RecordingSink();
    private final AttemptSink slot = new AttemptSink(asker);
    private final HandPause pause = new HandPause();
    private final Clock clock = Clock.fixed(FailoverModelTest.REQUEST.deadline().minusSeconds(60), ZoneOffset.UTC);
    private Duration elapsed = Duration.ZERO;
    private final Breaker breaker =
            new Breaker(() -> new Resilience.Breaker(2, 100, Duration.ofSeconds(10), 1), clock, () -> {});

    private CompletableFuture<Completion> attempt(Throwable failure) {
        return attempt(failure, clock);
    }

    private CompletableFuture<Completion> attempt(Throwable failure, Clock now) {
        GuardedAttempt guarded = new GuardedAttempt(
                (request, sink) -> {
                    elapsed = elapsed.plusSeconds(2);
                    return CompletableFuture.failedFuture(failure);
                },
                breaker,
                () -> Duration.ofSeconds(1),
                pause,
                now,
                () -> elapsed.toNanos());
        return guarded.stream(FailoverModelTest.REQUEST, slot).toCompletableFuture();
    }

    private static ProviderFault busy(Duration retryAfter) {
        return ProviderFault.of(Kind.RATE_LIMITED, "told by a test")
                .retryAfter(retryAfter)
                .build();
    }

    private static void assertFailedWith(CompletableFuture<Completion> attempt, Class<? extends AttemptFailed> type) {
        assertThat(attempt)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isExactlyInstanceOf(type);
    }

    @Test
    void aFaultBecomesTheExceptionClassThatFaultToleranceActsOn() {
        ProviderFault fault =
                ProviderFault.of(Kind.SERVER_ERROR, "told by a test").build();

        assertThatThrownBy(attempt(new CompletionException(fault))::join)
                .hasCauseInstanceOf(AttemptFailed.Passing.class)
                .hasRootCause(fault);
    }

    @Test
    void theTimeThatTheAskerWaitedForAFirstWordCounts() {
        ProviderFault left = ProviderFault.of(Kind.CANCELLED, "told by a test").build();

        assertThat(attempt(left)).isCompletedExceptionally();
        assertThat(attempt(left)).isCompletedExceptionally();

        assertThat(breaker.snapshot().state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void nothingIsAskedWhileTheBreakerIsOpen() {
        ProviderFault fault =
                ProviderFault.of(Kind.SERVER_ERROR, "told by a test").build();
        assertThat(attempt(fault)).isCompletedExceptionally();
        assertThat(attempt(fault)).isCompletedExceptionally();
        Duration before = elapsed;

        assertThat(attempt(fault))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(elapsed).isEqualTo(before);
    }

    @Test
    void aFailureOfOurOwnSaysNothingAboutTheProvider() {
        assertThat(attempt(new IllegalStateException("ledger"))).isCompletedExceptionally();
        assertThat(attempt(new IllegalStateException("ledger"))).isCompletedExceptionally();

        assertThat(breaker.snapshot())
                .extracting(Breaker.Snapshot::state, Breaker.Snapshot::failures)
                .containsExactly(Breaker.State.CLOSED, 0);
    }

    @Test
    void aShortRetryAfterIsWaitedForBeforeTheFailureIsTold() {
        CompletableFuture<Completion> attempt = attempt(busy(WAIT));

        assertThat(attempt).isNotDone();
        assertThat(pause.delays).containsExactly(WAIT);
        pause.passes();
        assertFailedWith(attempt, AttemptFailed.Passing.class);
    }

    @Test
    void aLongRetryAfterIsNotWaitedFor() {
        assertFailedWith(attempt(busy(Duration.ofHours(1))), AttemptFailed.class);
        assertThat(pause.delays).isEmpty();
    }

    @Test
    void afterASlotsLastAttemptNothingIsWaitedForAndTheBackupIsAskedAtOnce() {
        attempt(busy(WAIT));
        pause.passes();

        assertFailedWith(attempt(busy(WAIT)), AttemptFailed.Passing.class);
        assertThat(pause.delays).containsExactly(WAIT);
    }

    @Test
    void aWaitBeyondTheDeadlineLeavesTheRestOfTheTimeToTheBackup() {
        Instant tooLate = FailoverModelTest.REQUEST.deadline().minus(WAIT);

        assertFailedWith(attempt(busy(WAIT), Clock.fixed(tooLate, ZoneOffset.UTC)), AttemptFailed.class);
        assertThat(pause.delays).isEmpty();
    }

    @Test
    void anAskerWhoLeavesDuringTheWaitEndsItWithoutAnotherAttempt() {
        CompletableFuture<Completion> attempt = attempt(busy(WAIT));

        asker.cancellation.cancel();

        assertFailedWith(attempt, AttemptFailed.class);
        assertThat(pause.takenBack).isEqualTo(1);
    }

    @Test
    void anAskerWhoHasLeftIsNotWaitedFor() {
        asker.cancellation.cancel();

        assertFailedWith(attempt(busy(WAIT)), AttemptFailed.class);
    }

    @Test
    void aPauseThatCannotBeHadEndsTheAttempt() {
        pause.failure = new IllegalStateException("the application stops");

        assertThat(attempt(busy(WAIT)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(pause.failure);
    }

    @Test
    void aFailureOfOurOwnIsPassedOnAsItIs() {
        IllegalStateException ours = new IllegalStateException("ledger");

        assertThatThrownBy(attempt(ours)::join).hasCause(ours);
    }
}
