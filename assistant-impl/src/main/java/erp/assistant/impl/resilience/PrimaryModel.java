package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The primary provider under MicroProfile Fault Tolerance.
 *
 * <p>The stage ends with the stream, so that the bulkhead counts open streams. A class of its own, because Fault Tolerance keeps
 * its state by class and method; every value can be set by the admin under {@code
 * erp.assistant.impl.resilience.PrimaryModel/stream/<annotation>/<parameter>} and takes effect at the next start. The circuit breaker
 * is not among them: see {@link Breaker}.
 *
 * <p>The time budgets are the adapter's; {@code @Timeout} is the backstop above the longest of them.
 */
@Singleton
public class PrimaryModel implements ChatModel {

    private final GuardedAttempt attempt;

    @Inject
    PrimaryModel(
            @Attempts(Slot.PRIMARY) ChatModel attempts,
            ProviderWatch watch,
            SettingsSource settings,
            Pause pause,
            Clock clock) {
        SlotWatch own = watch.of(Slot.PRIMARY);
        this.attempt = new GuardedAttempt(
                new NextKeyModel(attempts, own),
                own.breaker(),
                () -> Limits.longestWait(settings.current(), Slot.PRIMARY),
                pause,
                clock);
    }

    @Override
    @Asynchronous
    @Bulkhead(value = Limits.OPEN_STREAMS, waitingTaskQueue = Limits.WAITING_STREAMS)
    @Retry(
            maxRetries = Limits.RETRIES,
            delay = Limits.RETRY_MILLIS,
            jitter = Limits.RETRY_JITTER_MILLIS,
            retryOn = AttemptFailed.Passing.class)
    @Timeout(value = Limits.STREAM_MINUTES, unit = ChronoUnit.MINUTES)
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return attempt.stream(request, sink);
    }
}
