package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.impl.fault.FaultTable;
import erp.assistant.impl.fault.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the same provider with its next key, at once, when one was refused or is over its rate; each key once.
 *
 * <p>Which key is used is chosen where the request is made; here is decided that there is another request. The breaker sees only
 * the last: a wrong key among several is no outage.
 */
final class NextKeyModel implements ChatModel {

    private final ChatModel attempts;
    private final SlotWatch watch;

    NextKeyModel(ChatModel attempts, SlotWatch watch) {
        this.attempts = attempts;
        this.watch = watch;
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return attempt(request, sink, watch.keys());
    }

    private CompletionStage<Completion> attempt(ChatRequest request, ChatSink sink, int keysLeft) {
        return attempts.stream(request, sink)
                .handle((completion, failure) -> {
                    if (failure == null) {
                        watch.succeeded();
                        return CompletableFuture.completedStage(completion);
                    }
                    ProviderFault fault = fault(failure);
                    if (fault == null) {
                        return CompletableFuture.<Completion>failedStage(failure);
                    }
                    watch.failed(fault);
                    return keysLeft > 1 && anotherKeyMayHelp(fault, sink)
                            ? attempt(request, sink, keysLeft - 1)
                            : CompletableFuture.<Completion>failedStage(fault);
                })
                .thenCompose(Function.identity());
    }

    private boolean anotherKeyMayHelp(ProviderFault fault, ChatSink sink) {
        return FaultTable.SHIPPED.rule(fault.kind()).has(Step.KEY)
                && !fault.contentShown()
                && !sink.cancellation().isCancelled()
                && watch.hasAnotherKey();
    }

    private static @Nullable ProviderFault fault(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ProviderFault fault ? fault : null;
    }
}
