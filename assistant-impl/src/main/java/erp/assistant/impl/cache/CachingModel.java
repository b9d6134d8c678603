package erp.assistant.impl.cache;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Answers a repeated prompt from memory, and any other from the delegate. Whoever wants another answer than the remembered
 * one gets one of the delegate, which is remembered in its place.
 *
 * <p>A request whose answer may be shared with nobody is passed on and nothing of it is kept; with the cache off, so is each.
 *
 * <p>Keeps only whole answers of a model: not those for which something was looked up, not those made offline, not those that ended
 * early or were stopped. Of an answer
 * that started anew on a backup it keeps the text since the last restart, which is the answer that was shown in the end.
 */
public final class CachingModel implements ChatModel {

    private final ChatModel delegate;
    private final AnswerCache cache;

    public CachingModel(ChatModel delegate, AnswerCache cache) {
        this.delegate = delegate;
        this.cache = cache;
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        if (!request.sharing().allowed() || lookedUp(request) || !cache.keeps()) {
            return delegate.stream(request, sink);
        }
        CacheKey key = cache.key(request);
        Optional<CachedAnswer> known = request.again() ? Optional.empty() : cache.find(key);
        return known.isPresent() ? replay(known.get(), sink) : ask(key, request, sink);
    }

    /** An answer to the same prompt that is older than the cache's time, for when no model can be asked; empty if there is none. */
    public Optional<CompletionStage<Completion>> repeatOlder(ChatRequest request, ChatSink sink) {
        return !request.sharing().allowed() || lookedUp(request)
                ? Optional.empty()
                : cache.findOlder(cache.key(request)).map(answer -> replay(answer, sink));
    }

    /** What was looked up is not in the key, may be another tomorrow, and was read with one person's rights. */
    private static boolean lookedUp(ChatRequest request) {
        return !request.prompt().lookups().rounds().isEmpty();
    }

    private CompletionStage<Completion> ask(CacheKey key, ChatRequest request, ChatSink sink) {
        RememberingSink remembering = new RememberingSink(sink);
        // Its own future, because a dependent stage would wrap the fault in a CompletionException.
        CompletableFuture<Completion> end = new CompletableFuture<>();
        delegate.stream(request, remembering).whenComplete((completion, failure) -> {
            if (failure != null) {
                Throwable cause = failure.getCause();
                end.completeExceptionally(failure instanceof CompletionException && cause != null ? cause : failure);
                return;
            }
            // What this callback throws would go to the stage that nobody has.
            try {
                keep(key, request.attribution().call(), remembering, completion);
                end.complete(completion);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private void keep(CacheKey key, UUID call, RememberingSink remembering, Completion completion) {
        String text = remembering.text();
        if (worthKeeping(completion)
                && !text.isEmpty()
                && !remembering.cancellation().isCancelled()) {
            cache.keep(key, call, text, completion.provider(), completion.model());
        }
    }

    private static boolean worthKeeping(Completion completion) {
        boolean byModel =
                completion.source() == Completion.Source.PRIMARY || completion.source() == Completion.Source.BACKUP;
        return byModel && completion.reason() == Completion.Reason.END;
    }

    private static CompletionStage<Completion> replay(CachedAnswer answer, ChatSink sink) {
        boolean shown = false;
        for (String piece : Pieces.of(answer.text())) {
            if (sink.cancellation().isCancelled()) {
                return CompletableFuture.failedStage(ProviderFault.of(
                                ProviderFault.Kind.CANCELLED, "stopped while an answer was repeated from memory")
                        .provider(answer.provider(), answer.model())
                        .contentShown(shown)
                        .build());
            }
            sink.accept(new ChatEvent.Text(piece));
            shown = true;
        }
        return CompletableFuture.completedStage(new Completion(
                Completion.Reason.END,
                Completion.Source.CACHE,
                answer.provider(),
                answer.model(),
                TokenUsage.NONE,
                answer.call().toString(),
                Optional.of(answer.storedAt()),
                List.of()));
    }
}
