package erp.assistant.impl.provider.offline;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers without any model: the record's own facts, those first that fit the question best.
 *
 * <p>It says so in the first sentence and never pretends to be a model. It needs no connection and no key, so it is both the last
 * resort when no provider answers and the default of an installation that has no key yet. Safe for use by many threads.
 */
@Singleton
public final class OfflineModel implements ChatModel {

    /** The provider and the model of each answer given here. */
    public static final String NAME = "offline";

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        boolean shown = false;
        for (String line : new FactSheet(request.prompt()).lines()) {
            if (sink.cancellation().isCancelled()) {
                return CompletableFuture.failedStage(
                        ProviderFault.of(ProviderFault.Kind.CANCELLED, "stopped while the record's facts were listed")
                                .provider(NAME, NAME)
                                .contentShown(shown)
                                .build());
            }
            sink.accept(new ChatEvent.Text(line));
            shown = true;
        }
        return CompletableFuture.completedStage(
                new Completion(Completion.Reason.END, Completion.Source.OFFLINE, NAME, NAME, TokenUsage.NONE, ""));
    }
}
