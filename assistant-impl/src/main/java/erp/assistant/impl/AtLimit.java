package erp.assistant.impl;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.cache.CachingModel;
import erp.assistant.impl.config.BudgetStep;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.fault.BudgetReached;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What is done when no provider may be asked because a budget has no room: an older answer to the same prompt, then the record's own
 * facts, as far as the configuration wants; only then the refusal is passed on. The step before these, a cheaper model, is the
 * ledger's, which knows what has room.
 */
final class AtLimit implements ChatModel {

    private final CachingModel delegate;
    private final ChatModel offline;
    private final SettingsSource settings;

    AtLimit(CachingModel delegate, ChatModel offline, SettingsSource settings) {
        this.delegate = delegate;
        this.offline = offline;
        this.settings = settings;
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return delegate.stream(request, sink)
                .handle((completion, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedStage(completion);
                    }
                    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure;
                    return cause instanceof BudgetReached refusal
                            ? instead(request, sink, refusal)
                            : CompletableFuture.<Completion>failedStage(cause);
                })
                .thenCompose(Function.identity());
    }

    private CompletionStage<Completion> instead(ChatRequest request, ChatSink sink, BudgetReached refusal) {
        List<BudgetStep> steps = settings.current().budgets().atLimit();
        if (steps.contains(BudgetStep.CACHED)) {
            Optional<CompletionStage<Completion>> older = delegate.repeatOlder(request, sink);
            if (older.isPresent()) {
                return older.get();
            }
        }
        return steps.contains(BudgetStep.OFFLINE)
                ? offline.stream(request, sink)
                : CompletableFuture.failedStage(refusal);
    }
}
