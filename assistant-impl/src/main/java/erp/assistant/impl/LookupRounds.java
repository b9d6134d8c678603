package erp.assistant.impl;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.resilience.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lets a model look things up before it answers: each round is a request of its own through the whole chain, with its own attempts,
 * reservation and failover; all share the answer's deadline.
 *
 * <p>What a model says before it asks for something is no part of the answer: it is void as soon as it asks. Whoever stops the answer
 * stops it between rounds too. A model that would ask for ever is answered for by the record's own facts.
 */
final class LookupRounds {

    static final String RESTART = "looking-up";

    private final ChatModel chain;
    private final ChatModel lastResort;
    private final Pause pause;
    private final Clock clock;

    LookupRounds(ChatModel chain, ChatModel lastResort, Pause pause, Clock clock) {
        this.chain = chain;
        this.lastResort = lastResort;
        this.pause = pause;
        this.clock = clock;
    }

    CompletionStage<Completion> stream(ChatRequest request, ChatSink sink, LookupRun run) {
        return round(run.first(request), sink, run);
    }

    private CompletionStage<Completion> round(ChatRequest request, ChatSink sink, LookupRun run) {
        RoundSink said = new RoundSink(sink);
        return chain.stream(request, said).thenCompose(completion -> {
            if (completion.reason() != Completion.Reason.LOOKUP) {
                return CompletableFuture.completedStage(completion);
            }
            if (!said.text().isEmpty()) {
                sink.accept(new ChatEvent.Restart(RESTART));
            }
            return run.may(request)
                    ? next(request, completion, said.text(), sink, run)
                            .thenCompose(further -> round(further, sink, run))
                    : lastResort.stream(request, sink);
        });
    }

    /** The request after a round of look-ups; ends with the answer's deadline or its stop, whatever the ERP does. */
    private CompletionStage<ChatRequest> next(
            ChatRequest request, Completion completion, String text, ChatSink sink, LookupRun run) {
        CompletableFuture<ChatRequest> next = new CompletableFuture<>();
        Runnable forget = sink.cancellation()
                .onCancel(() ->
                        next.completeExceptionally(fault(Kind.CANCELLED, "was stopped between look-ups", completion)));
        Duration left = Duration.between(clock.instant(), request.deadline());
        Runnable keep = pause.after(
                left.isNegative() ? Duration.ZERO : left,
                () -> next.completeExceptionally(fault(
                        Kind.TOTAL_TIMEOUT,
                        "did not answer before the deadline: a look-up took too long",
                        completion)));
        try {
            run.executor().execute(() -> look(next, request, completion, text, sink, run));
        } catch (RejectedExecutionException | IllegalStateException e) {
            // The application is stopping, for which a container's executor has both words.
            next.completeExceptionally(fault(Kind.CANCELLED, "was stopped with the server", completion));
        }
        return next.whenComplete((further, failure) -> {
            keep.run();
            forget.run();
        });
    }

    private static void look(
            CompletableFuture<ChatRequest> next,
            ChatRequest request,
            Completion completion,
            String text,
            ChatSink sink,
            LookupRun run) {
        if (next.isDone()) {
            return;
        }
        try {
            ChatRequest further = run.next(request, completion, text, sink.cancellation());
            if (!next.isDone()) {
                run.tell();
            }
            next.complete(further);
        } catch (RuntimeException | Error e) {
            next.completeExceptionally(e);
        }
    }

    private static ProviderFault fault(Kind kind, String what, Completion completion) {
        return ProviderFault.of(kind, completion.provider() + " " + what)
                .provider(completion.provider(), completion.model())
                .requestId(completion.requestId())
                .build();
    }
}
