package erp.assistant.impl.resilience;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Source;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One question to the primary and, if it is late, to the backup too: whoever shows the first text has the answer, and the other
 * is stopped at once.
 *
 * <p>Ends when both have ended, so that what the loser cost is known. A loser's text never reaches the asker.
 */
final class Race {

    /**
     * How it ended.
     *
     * @param source whose end it is
     * @param completion {@code null} if it failed
     * @param failure {@code null} if it did not
     * @param othersFailed whether the other had been asked and failed, so that nobody is left to ask
     */
    record End(
            Source source,
            @Nullable Completion completion,
            @Nullable Failure failure,
            boolean othersFailed) {}

    private final ChatRequest request;
    private final ChatSink asker;
    private final Lane primary;
    private final Lane backup;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private @Nullable Lane winner;

    /** @param firstText runs when the primary shows its first text */
    Race(ChatModel primary, ChatModel backup, ChatRequest request, ChatSink asker, Runnable firstText) {
        this.request = request;
        this.asker = asker;
        this.primary = new Lane(primary, Source.PRIMARY, firstText);
        this.backup = new Lane(backup, Source.BACKUP, () -> {});
    }

    /** Asks the primary. */
    CompletionStage<End> start() {
        primary.start();
        return end;
    }

    /**
     * Asks the backup too, unless the primary has shown something or has ended.
     *
     * @param allowed is asked only if it would be asked
     * @return whether it is asked
     */
    boolean late(BooleanSupplier allowed) {
        synchronized (this) {
            if (winner != null || primary.ended || asker.cancellation().isCancelled() || !allowed.getAsBoolean()) {
                return false;
            }
            backup.asked = true;
        }
        backup.start();
        return true;
    }

    private Lane other(Lane lane) {
        return lane == primary ? backup : primary;
    }

    /** Whether the answer is this lane's, which it becomes if it is nobody's yet. */
    private boolean has(Lane lane) {
        synchronized (this) {
            if (winner != null) {
                return winner == lane;
            }
            winner = lane;
        }
        other(lane).sink.close();
        return true;
    }

    private synchronized boolean isOf(Lane lane) {
        return winner == lane;
    }

    private void ended(Lane lane, @Nullable Completion completion, @Nullable Failure failure) {
        if (completion != null) {
            boolean unused = has(lane);
        }
        lane.sink.close();
        Lane teller;
        Lane silent;
        synchronized (this) {
            lane.ended = true;
            lane.completion = completion;
            lane.failure = failure;
            if (!primary.ended || (backup.asked && !backup.ended)) {
                return;
            }
            teller = winner != null ? winner : backup.asked ? backup : primary;
            silent = other(teller);
        }
        silent.sink.close();
        end.complete(new End(
                teller.source,
                teller.completion,
                teller.failure,
                winner == null && silent.ended && silent.failure != null));
    }

    /** One of the two. Its fields are guarded by the race. */
    private final class Lane {
        final ChatModel model;
        final Source source;
        final AttemptSink sink;
        boolean asked;
        boolean ended;

        @Nullable
        Completion completion;

        @Nullable
        Failure failure;

        Lane(ChatModel model, Source source, Runnable firstText) {
            this.model = model;
            this.source = source;
            this.sink = new AttemptSink(new View(), firstText);
        }

        void start() {
            stage().whenComplete((answer, thrown) -> Race.this.ended(
                    this, answer, thrown == null ? null : Failure.of(thrown, isOf(this) && sink.shown())));
        }

        private CompletionStage<Completion> stage() {
            try {
                return model.stream(request, sink);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        /** What this lane may say to the asker. */
        private final class View implements ChatSink {
            @Override
            public void accept(ChatEvent event) {
                if (has(Lane.this)) {
                    asker.accept(event);
                }
            }

            @Override
            public void whenReady(Runnable more) {
                // Before there is text there is nothing that could come too fast.
                if (isOf(Lane.this)) {
                    asker.whenReady(more);
                } else {
                    more.run();
                }
            }

            @Override
            public Cancellation cancellation() {
                return asker.cancellation();
            }
        }
    }
}
