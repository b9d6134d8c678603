package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One attempt under the breaker, whose fault is translated into the exception classes on which MicroProfile Fault Tolerance acts.
 *
 * <p>{@code @Retry} cannot read {@code Retry-After}: the failure itself is held back until the provider wants to be asked
 * again, but only after a slot's first attempt, for after a later one nobody may ask this provider again.
 */
final class GuardedAttempt {

    private final ChatModel attempts;
    private final Breaker breaker;
    private final Supplier<Duration> longestWait;
    private final Pause pause;
    private final Clock clock;
    private final LongSupplier nanoTime;

    /** @param longestWait how long a {@code Retry-After} is waited for at most */
    GuardedAttempt(ChatModel attempts, Breaker breaker, Supplier<Duration> longestWait, Pause pause, Clock clock) {
        this(attempts, breaker, longestWait, pause, clock, System::nanoTime);
    }

    GuardedAttempt(
            ChatModel attempts,
            Breaker breaker,
            Supplier<Duration> longestWait,
            Pause pause,
            Clock clock,
            LongSupplier nanoTime) {
        this.attempts = attempts;
        this.breaker = breaker;
        this.longestWait = longestWait;
        this.pause = pause;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        boolean first = sink instanceof AttemptSink slot && slot.countAttempt() == 1;
        Breaker.Permit permit = breaker.acquire();
        if (permit == null) {
            return Gate.closed();
        }
        long began = nanoTime.getAsLong();
        // Its own future: a dependent stage would wrap the failure, whose class is what counts.
        CompletableFuture<Completion> result = new CompletableFuture<>();
        start(request, sink).whenComplete((completion, failure) -> {
            try {
                if (failure == null) {
                    permit.succeeded();
                    result.complete(completion);
                } else if (unwrapped(failure) instanceof ProviderFault fault) {
                    FaultRules.tell(permit, fault, Duration.ofNanos(nanoTime.getAsLong() - began));
                    fail(result, FaultRules.classify(fault, longestWait.get()), first, request, sink);
                } else {
                    permit.saidNothing();
                    result.completeExceptionally(unwrapped(failure));
                }
            } catch (RuntimeException e) {
                permit.saidNothing();
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private CompletionStage<Completion> start(ChatRequest request, ChatSink sink) {
        try {
            return attempts.stream(request, sink);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void fail(
            CompletableFuture<Completion> result,
            AttemptFailed failed,
            boolean first,
            ChatRequest request,
            ChatSink sink) {
        Duration wait = failed.fault().retryAfter();
        if (!(failed instanceof AttemptFailed.Passing) || wait == null) {
            result.completeExceptionally(failed);
        } else if (clock.instant().plus(wait).isBefore(request.deadline())) {
            if (first) {
                holdBack(result, failed, wait, sink);
            } else {
                result.completeExceptionally(failed);
            }
        } else {
            // In time nobody can ask this provider again, but a backup may still answer.
            result.completeExceptionally(new AttemptFailed(failed.fault()));
        }
    }

    private void holdBack(CompletableFuture<Completion> result, AttemptFailed failed, Duration wait, ChatSink sink) {
        Runnable forget = pause.after(wait, () -> result.completeExceptionally(failed));
        Runnable withdraw = sink.cancellation().onCancel(() -> {
            forget.run();
            result.completeExceptionally(new AttemptFailed(failed.fault()));
        });
        CompletableFuture<Completion> unused = result.whenComplete((nothing, ended) -> withdraw.run());
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
