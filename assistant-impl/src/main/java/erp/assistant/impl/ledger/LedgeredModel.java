package erp.assistant.impl.ledger;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.fault.BudgetReached;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes each attempt into the ledger before it is sent, and settles it before its end is passed on.
 *
 * <p>{@link #stream} blocks its caller for the insert. If that fails nothing is sent and the stage fails with a {@link
 * LedgerException}; if a budget has no room, with a {@link BudgetReached}. What is cancelled before, or whose deadline has passed, is not sent and leaves no row. The settlement runs on
 * the executor, never on the provider's thread; if it fails for good the row stays open for the sweeper and the answer is passed
 * on all the same. A slot whose dialect is {@link Dialect#OFFLINE} asks no provider and leaves no row.
 */
public final class LedgeredModel implements ChatModel {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 100;

    private final Slot slot;
    private final ChatModel delegate;
    private final Ledger ledger;
    private final SettingsSource settings;
    private final Executor executor;
    private final Clock clock;
    private final LongConsumer pauseMillis;

    public LedgeredModel(
            Slot slot, ChatModel delegate, Ledger ledger, SettingsSource settings, Executor executor, Clock clock) {
        this(slot, delegate, ledger, settings, executor, clock, millis -> LockSupport.parkNanos(millis * 1_000_000));
    }

    LedgeredModel(
            Slot slot,
            ChatModel delegate,
            Ledger ledger,
            SettingsSource settings,
            Executor executor,
            Clock clock,
            LongConsumer pauseMillis) {
        this.slot = slot;
        this.delegate = delegate;
        this.ledger = ledger;
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
        this.pauseMillis = pauseMillis;
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        Optional<ProviderSettings> provider = settings.current().provider(slot);
        if (provider.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("no provider is configured as " + slot.key()));
        }
        if (provider.get().dialect() == Dialect.OFFLINE) {
            return delegate.stream(request, sink);
        }
        if (sink.cancellation().isCancelled()) {
            return notSent(Kind.CANCELLED, "the asker had gone before anything was sent", provider.get(), request);
        }
        if (!clock.instant().isBefore(request.deadline())) {
            return notSent(Kind.TOTAL_TIMEOUT, "the time was up before anything was sent", provider.get(), request);
        }
        OpenAttempt attempt;
        try {
            attempt = ledger.open(slot, provider.get(), request);
        } catch (LedgerException | BudgetReached e) {
            return CompletableFuture.failedFuture(e);
        }
        ChatRequest sent = attempt.tier() == request.tier() ? request : request.with(attempt.tier());
        TimedSink timed = new TimedSink(sink, clock);
        // Composed, so that whatever the step in between throws ends the stage too.
        return send(sent, timed)
                .handle((completion, failure) -> {
                    Throwable cause = unwrap(failure);
                    return settled(attempt, end(completion, cause, sent, timed))
                            .thenCompose(nothing -> ended(completion, cause));
                })
                .thenCompose(Function.identity());
    }

    private static CompletionStage<Completion> notSent(
            Kind kind, String why, ProviderSettings provider, ChatRequest request) {
        return CompletableFuture.failedFuture(ProviderFault.of(kind, why)
                .provider(provider.name(), provider.model(request))
                .sent(false)
                .build());
    }

    private CompletableFuture<Void> settled(OpenAttempt attempt, AttemptEnd end) {
        try {
            return CompletableFuture.runAsync(() -> settle(attempt, end), executor);
        } catch (RejectedExecutionException | IllegalStateException e) {
            // The application is stopping, for which a container's executor has both words: this thread has
            // nothing else to wait for, and the row is settled all the same.
            settle(attempt, end);
            return CompletableFuture.completedFuture(null);
        }
    }

    private CompletionStage<Completion> send(ChatRequest request, ChatSink sink) {
        try {
            return delegate.stream(request, sink);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletionStage<Completion> ended(@Nullable Completion completion, @Nullable Throwable failure) {
        if (failure != null) {
            return CompletableFuture.failedStage(failure);
        }
        return completion != null
                ? CompletableFuture.completedStage(completion)
                : CompletableFuture.failedStage(new IllegalStateException("the adapter ended without a completion"));
    }

    private static AttemptEnd end(
            @Nullable Completion completion, @Nullable Throwable failure, ChatRequest request, TimedSink timed) {
        OptionalLong first = timed.firstMillis();
        long total = timed.elapsedMillis();
        long characters = timed.characters();
        if (failure instanceof ProviderFault fault) {
            return AttemptEnd.failed(fault, UsageEstimate.of(fault, request, characters), first, total);
        }
        if (failure == null && completion != null) {
            return AttemptEnd.completed(
                    completion, UsageEstimate.orEstimated(completion.usage(), request, characters), first, total);
        }
        // Nobody knows how far it got, so that it counts as sent.
        return AttemptEnd.internal(UsageEstimate.orEstimated(TokenUsage.NONE, request, characters), first, total);
    }

    private void settle(OpenAttempt attempt, AttemptEnd end) {
        for (int i = 1; ; i++) {
            try {
                ledger.settle(attempt, end);
                return;
            } catch (RuntimeException e) {
                if (i == TRIES) {
                    LOG.log(Level.ERROR, "attempt " + attempt.id() + " stays open for the sweeper", e);
                    return;
                }
                pauseMillis.accept(i * PAUSE_MILLIS);
            }
        }
    }

    private static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
