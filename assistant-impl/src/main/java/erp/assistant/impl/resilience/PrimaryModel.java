package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Slot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The primary provider under MicroProfile Fault Tolerance.
 *
 * <p>The stage ends with the stream, so the breaker sees failures in mid-stream, and the bulkhead counts open streams. A
 * class of its own, because breaker state is kept by class and method; every value can be set by the admin under {@code
 * erp.assistant.impl.resilience.PrimaryModel/stream/<annotation>/<parameter>} and takes effect at the next start.
 *
 * <p>The time budgets are the adapter's; {@code @Timeout} is the backstop above the longest of them.
 */
@Singleton
public class PrimaryModel implements ChatModel {

    private final ChatModel attempts;

    @Inject
    PrimaryModel(@Attempts(Slot.PRIMARY) ChatModel attempts) {
        this.attempts = attempts;
    }

    @Override
    @Asynchronous
    @Bulkhead(value = 2_000, waitingTaskQueue = 1)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 10,
            delayUnit = ChronoUnit.SECONDS,
            successThreshold = 2,
            failOn = {AttemptFailed.class, TimeoutException.class},
            skipOn = AttemptFailed.NotTheProvidersFault.class)
    @Retry(maxRetries = 1, delay = 250, jitter = 150, retryOn = AttemptFailed.Passing.class)
    @Timeout(value = 16, unit = ChronoUnit.MINUTES)
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return GuardedAttempt.stream(attempts, request, sink);
    }
}
