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
import java.util.function.Function;

/**
 * The order of providers: primary, backup, and the record's own facts as the last resort.
 *
 * <p>Before text was shown the next provider takes over unseen. After that the answer is never spliced: it starts anew where
 * everybody can see it, or ends incomplete. An answer that its asker stopped ends as {@link Completion.Reason#STOPPED}, with
 * what is known of the attempt that was stopped.
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
        return attempt(primary, Source.PRIMARY, request, sink, failure -> afterPrimary(request, sink, failure));
    }

    private CompletionStage<Completion> afterPrimary(ChatRequest request, ChatSink sink, Failure failure) {
        Settings now = settings.current();
        boolean backupMayAnswer = now.backup().isPresent() && failure.kind() != ProviderFault.Kind.TOTAL_TIMEOUT;
        if (failure.shown() && !(backupMayAnswer && now.restartOnBackup())) {
            return CompletableFuture.completedStage(failure.incomplete(Source.PRIMARY));
        }
        if (!backupMayAnswer) {
            return lastResort(request, sink, failure);
        }
        if (failure.shown()) {
            sink.accept(new ChatEvent.Restart("provider-failed"));
        }
        return attempt(backup, Source.BACKUP, request, sink, second -> afterBackup(request, sink, second));
    }

    private CompletionStage<Completion> afterBackup(ChatRequest request, ChatSink sink, Failure failure) {
        return failure.shown()
                ? CompletableFuture.completedStage(failure.incomplete(Source.BACKUP))
                : lastResort(request, sink, failure);
    }

    private CompletionStage<Completion> lastResort(ChatRequest request, ChatSink sink, Failure failure) {
        return settings.current().offlineAsLastResort()
                ? attempt(offline, Source.OFFLINE, request, sink, last -> CompletableFuture.failedStage(last.cause()))
                : CompletableFuture.failedStage(failure.cause());
    }

    /** The stages are composed, so that whatever a step throws ends the answer too. */
    private static CompletionStage<Completion> attempt(
            ChatModel model,
            Source source,
            ChatRequest request,
            ChatSink sink,
            Function<Failure, CompletionStage<Completion>> onFailure) {
        AttemptSink attempt = new AttemptSink(sink);
        return start(model, request, attempt)
                .handle((completion, thrown) -> {
                    attempt.close();
                    if (thrown == null) {
                        return CompletableFuture.completedStage(
                                completion.source() == Source.OFFLINE ? completion : completion.from(source));
                    }
                    Failure failure = Failure.of(thrown, attempt.shown());
                    return sink.cancellation().isCancelled()
                            ? CompletableFuture.completedStage(failure.stopped(source))
                            : onFailure.apply(failure);
                })
                .thenCompose(Function.identity());
    }

    private static CompletionStage<Completion> start(ChatModel model, ChatRequest request, ChatSink sink) {
        try {
            return model.stream(request, sink);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
