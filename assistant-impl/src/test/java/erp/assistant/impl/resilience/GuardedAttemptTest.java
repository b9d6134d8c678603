package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardedAttemptTest {

    private static CompletableFuture<Completion> attempt(Throwable failure) {
        return GuardedAttempt.stream(
                        (request, sink) -> CompletableFuture.failedFuture(failure),
                        FailoverModelTest.REQUEST,
                        new RecordingSink())
                .toCompletableFuture();
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
    void aShortRetryAfterIsWaitedForBeforeTheFailureIsTold() {
        ProviderFault busy = ProviderFault.of(Kind.RATE_LIMITED, "told by a test")
                .retryAfter(Duration.ofMillis(200))
                .build();

        long before = System.nanoTime();
        assertThatThrownBy(() -> attempt(busy).get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(AttemptFailed.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aLongRetryAfterIsNotWaitedFor() {
        ProviderFault busy = ProviderFault.of(Kind.RATE_LIMITED, "told by a test")
                .retryAfter(Duration.ofHours(1))
                .build();

        assertThat(attempt(busy)).isCompletedExceptionally();
    }

    @Test
    void aFailureOfOurOwnIsPassedOnAsItIs() {
        IllegalStateException ours = new IllegalStateException("ledger");

        assertThatThrownBy(attempt(ours)::join).hasCause(ours);
    }
}
