package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Source;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.fault.BudgetReached;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The order of providers: primary, backup, and the record's own facts as the last resort.
 *
 * <p>Before text was shown the next provider takes over unseen. After that the answer is never spliced: it starts anew where
 * everybody can see it, or ends incomplete. An answer that its asker stopped ends as {@link Completion.Reason#STOPPED}, with
 * what is known of the attempt that was stopped. A refusal is an answer of the model, not a failure: it is shown, unless the
 * configuration wants the backup's word.
 */
public final class FailoverModel implements ChatModel {

    private final ChatModel primary;
    private final ChatModel backup;
    private final ChatModel offline;
    private final SettingsSource settings;
    private final Pause pause;
    private final ExtraSpend money;
    private final Hedge hedge;
    private final LongSupplier nanoTime;

    /**
     * Orders the providers.
     *
     * @param watch whose breakers say when a provider is left alone
     * @param money for asking the backup too
     */
    public FailoverModel(
            ChatModel primary,
            ChatModel backup,
            ChatModel offline,
            SettingsSource settings,
            ProviderWatch watch,
            Pause pause,
            ExtraSpend money) {
        this(
                new Gate(primary, () -> leavesPrimaryAlone(watch.of(Slot.PRIMARY), settings)),
                new Gate(backup, watch.of(Slot.BACKUP).breaker()::leavesAlone),
                offline,
                settings,
                pause,
                money,
                System::nanoTime);
    }

    /** A provider that asks for a pause gets it where somebody else can answer meanwhile. */
    private static boolean leavesPrimaryAlone(SlotWatch primary, SettingsSource settings) {
        return primary.breaker().leavesAlone() || (settings.current().backup().isPresent() && primary.rests());
    }

    FailoverModel(
            ChatModel primary,
            ChatModel backup,
            ChatModel offline,
            SettingsSource settings,
            Pause pause,
            ExtraSpend money,
            LongSupplier nanoTime) {
        this.primary = primary;
        this.backup = backup;
        this.offline = offline;
        this.settings = settings;
        this.pause = pause;
        this.money = money;
        this.hedge = new Hedge(() -> settings.current().resilience().hedging());
        this.nanoTime = nanoTime;
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        Optional<Duration> delay = settings.current().backup().isPresent() ? hedge.delay() : Optional.empty();
        if (delay.isPresent()) {
            return race(request, sink, delay.get());
        }
        long began = nanoTime.getAsLong();
        AttemptSink attempt = new AttemptSink(sink, () -> hedge.took(since(began)));
        return attempt(
                primary,
                Source.PRIMARY,
                request,
                sink,
                attempt,
                completion -> afterPrimary(request, sink, completion, attempt.shown()),
                failure -> afterPrimary(request, sink, failure));
    }

    private Duration since(long began) {
        return Duration.ofNanos(nanoTime.getAsLong() - began);
    }

    private CompletionStage<Completion> race(ChatRequest request, ChatSink sink, Duration delay) {
        long began = nanoTime.getAsLong();
        Race race = new Race(primary, backup, request, sink, () -> hedge.took(since(began)));
        CompletionStage<Race.End> ended = race.start();
        Runnable forget = pause.after(delay, () -> {
            boolean unused = race.late(() -> hedge.allows(() -> money.take(request)));
        });
        return ended.thenCompose(end -> {
            forget.run();
            if (end.source() == Source.BACKUP) {
                // The primary was given up: it would have taken at least so long.
                hedge.took(since(began));
            }
            return afterRace(request, sink, end);
        });
    }

    private CompletionStage<Completion> afterRace(ChatRequest request, ChatSink sink, Race.End end) {
        Completion completion = end.completion();
        if (completion != null) {
            Completion named = named(completion, end.source());
            return end.source() == Source.PRIMARY
                    ? afterPrimary(request, sink, named, true)
                    : CompletableFuture.completedStage(named);
        }
        Failure failure =
                end.failure() == null ? Failure.of(new IllegalStateException("no end"), false) : end.failure();
        if (sink.cancellation().isCancelled()) {
            return CompletableFuture.completedStage(failure.stopped(end.source()));
        }
        if (end.source() == Source.PRIMARY && !end.othersFailed()) {
            return afterPrimary(request, sink, failure);
        }
        return failure.shown()
                ? CompletableFuture.completedStage(failure.incomplete(end.source()))
                : lastResort(request, sink, failure);
    }

    private CompletionStage<Completion> afterPrimary(
            ChatRequest request, ChatSink sink, Completion completion, boolean shown) {
        Settings now = settings.current();
        boolean declined = completion.reason() == Completion.Reason.REFUSAL && !shown;
        if (!declined || now.backup().isEmpty() || !now.resilience().backupAfterRefusal()) {
            return CompletableFuture.completedStage(completion);
        }
        return askBackup(
                request,
                sink,
                second -> CompletableFuture.completedStage(
                        second.shown() ? second.incomplete(Source.BACKUP) : completion));
    }

    private CompletionStage<Completion> afterPrimary(ChatRequest request, ChatSink sink, Failure failure) {
        Settings now = settings.current();
        boolean backupMayAnswer = now.backup().isPresent() && failure.othersMayAnswer();
        if (failure.shown() && !(backupMayAnswer && now.restartOnBackup())) {
            return CompletableFuture.completedStage(failure.incomplete(Source.PRIMARY));
        }
        if (!backupMayAnswer) {
            return lastResort(request, sink, failure);
        }
        if (failure.shown()) {
            sink.accept(new ChatEvent.Restart("provider-failed"));
        }
        return askBackup(
                request,
                sink,
                second -> second.shown()
                        ? CompletableFuture.completedStage(second.incomplete(Source.BACKUP))
                        : lastResort(request, sink, failure.isToBeTold() ? failure : second));
    }

    private CompletionStage<Completion> askBackup(
            ChatRequest request, ChatSink sink, Function<Failure, CompletionStage<Completion>> onFailure) {
        return attempt(
                backup,
                Source.BACKUP,
                request,
                sink,
                new AttemptSink(sink),
                CompletableFuture::completedStage,
                onFailure);
    }

    private CompletionStage<Completion> lastResort(ChatRequest request, ChatSink sink, Failure failure) {
        // What is shown instead of a model's answer when a budget has no room is configured apart.
        boolean refused = failure.cause() instanceof BudgetReached;
        return settings.current().offlineAsLastResort() && !failure.isToBeTold() && !refused
                ? attempt(
                        offline,
                        Source.OFFLINE,
                        request,
                        sink,
                        new AttemptSink(sink),
                        CompletableFuture::completedStage,
                        last -> CompletableFuture.failedStage(last.cause()))
                : CompletableFuture.failedStage(failure.cause());
    }

    /** The stages are composed, so that whatever a step throws ends the answer too. */
    private static CompletionStage<Completion> attempt(
            ChatModel model,
            Source source,
            ChatRequest request,
            ChatSink sink,
            AttemptSink attempt,
            Function<Completion, CompletionStage<Completion>> onEnd,
            Function<Failure, CompletionStage<Completion>> onFailure) {
        return start(model, request, attempt)
                .handle((completion, thrown) -> {
                    attempt.close();
                    if (thrown == null) {
                        return onEnd.apply(named(completion, source));
                    }
                    Failure failure = Failure.of(thrown, attempt.shown());
                    return sink.cancellation().isCancelled()
                            ? CompletableFuture.completedStage(failure.stopped(source))
                            : onFailure.apply(failure);
                })
                .thenCompose(Function.identity());
    }

    private static Completion named(Completion completion, Source source) {
        return completion.source() == Source.OFFLINE ? completion : completion.from(source);
    }

    private static CompletionStage<Completion> start(ChatModel model, ChatRequest request, ChatSink sink) {
        try {
            return model.stream(request, sink);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
