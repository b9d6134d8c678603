package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Source;
import erp.assistant.chat.ProviderFault;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The order of providers: primary, backup, and the record's own facts as the last resort.
 *
 * <p>Before text was shown the next provider takes over unseen. After that the answer is never spliced: it starts anew where
 * everybody can see it, or ends incomplete.
 */
public final class FailoverModel implements ChatModel {

    private final ChatModel primary;
    private final ChatModel backup;
    private final ChatModel offline;
    private final SettingsSource settings;

    public FailoverModel(ChatModel primary, ChatModel backup, ChatModel offline, SettingsSource settings) {
        this.primary = primary;
        this.backup = backup;
        this.offline = offline;
        this.settings = settings;
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        CompletableFuture<Completion> answer = new CompletableFuture<>();
        attempt(
                primary,
                Source.PRIMARY,
                request,
                sink,
                answer,
                failure -> afterPrimary(request, sink, answer, failure));
        return answer;
    }

    private void afterPrimary(
            ChatRequest request, ChatSink sink, CompletableFuture<Completion> answer, Failure failure) {
        Settings now = settings.current();
        boolean backupMayAnswer = now.backup().isPresent() && failure.kind() != ProviderFault.Kind.TOTAL_TIMEOUT;
        if (failure.cancelled()) {
            answer.completeExceptionally(failure.cause());
        } else if (failure.shown() && !(backupMayAnswer && now.restartOnBackup())) {
            answer.complete(failure.incomplete(Source.PRIMARY));
        } else if (backupMayAnswer) {
            if (failure.shown()) {
                sink.accept(new ChatEvent.Restart("provider-failed"));
            }
            attempt(backup, Source.BACKUP, request, sink, answer, second -> afterBackup(request, sink, answer, second));
        } else {
            lastResort(request, sink, answer, failure);
        }
    }

    private void afterBackup(
            ChatRequest request, ChatSink sink, CompletableFuture<Completion> answer, Failure failure) {
        if (failure.cancelled()) {
            answer.completeExceptionally(failure.cause());
        } else if (failure.shown()) {
            answer.complete(failure.incomplete(Source.BACKUP));
        } else {
            lastResort(request, sink, answer, failure);
        }
    }

    private void lastResort(ChatRequest request, ChatSink sink, CompletableFuture<Completion> answer, Failure failure) {
        if (settings.current().offlineAsLastResort()) {
            attempt(offline, Source.OFFLINE, request, sink, answer, last -> answer.completeExceptionally(last.cause()));
        } else {
            answer.completeExceptionally(failure.cause());
        }
    }

    private static void attempt(
            ChatModel model,
            Source source,
            ChatRequest request,
            ChatSink sink,
            CompletableFuture<Completion> answer,
            java.util.function.Consumer<Failure> onFailure) {
        AttemptSink attempt = new AttemptSink(sink);
        start(model, request, attempt).whenComplete((completion, thrown) -> {
            attempt.close();
            if (thrown == null) {
                answer.complete(completion.source() == Source.OFFLINE ? completion : completion.from(source));
            } else {
                onFailure.accept(
                        Failure.of(thrown, attempt.shown(), sink.cancellation().isCancelled()));
            }
        });
    }

    private static CompletionStage<Completion> start(ChatModel model, ChatRequest request, ChatSink sink) {
        try {
            return model.stream(request, sink);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
