package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One attempt whose fault is translated into the exception classes on which MicroProfile Fault Tolerance acts. */
final class GuardedAttempt {

    private GuardedAttempt() {}

    static CompletionStage<Completion> stream(ChatModel attempts, ChatRequest request, ChatSink sink) {
        CompletableFuture<Completion> result = new CompletableFuture<>();
        attempts.stream(request, sink).whenComplete((completion, failure) -> {
            try {
                if (failure == null) {
                    result.complete(completion);
                } else {
                    fail(result, failure);
                }
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static void fail(CompletableFuture<Completion> result, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof ProviderFault fault)) {
            result.completeExceptionally(cause);
            return;
        }
        AttemptFailed failed = FaultRules.classify(fault);
        Duration wait = fault.retryAfter();
        if (failed instanceof AttemptFailed.Passing && wait != null) {
            // @Retry cannot read Retry-After: the failure itself is held back until the provider wants to be asked
            // again.
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> result.completeExceptionally(failed));
        } else {
            result.completeExceptionally(failed);
        }
    }
}
