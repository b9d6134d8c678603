package erp.assistant.impl;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.Answering;
import erp.assistant.Problem;
import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.admission.Place;
import erp.assistant.impl.ledger.AnswerOutcome;
import erp.assistant.impl.prompt.AnswerLanguage;
import erp.assistant.impl.prompt.Citations;
import erp.assistant.impl.prompt.FigureCheck;
import erp.assistant.impl.prompt.Readable;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.report.AnswerRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One answer on its way from the chain to its asker. */
final class RunningAnswer implements ChatSink, Answering {

    private final AnswerEvent.Meta meta;
    private final UUID call;
    private final String asker;
    private volatile WrittenPrompt written;
    private final Instant askedAt;
    private final Duration patience;
    private final Clock clock;
    private final AnswerSink sink;
    private final AnswerBook book;
    private final Place place;
    private final Talk talk;
    private final Cancellation cancellation = new Cancellation();
    private final AnswerText text = new AnswerText();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Readable readable;
    private volatile boolean lookedUp;
    private @Nullable Instant firstTextAt;

    RunningAnswer(
            AnswerEvent.Meta meta,
            String asker,
            WrittenPrompt written,
            Instant askedAt,
            Duration patience,
            Clock clock,
            AnswerSink sink,
            AnswerBook book,
            Place place,
            Talk talk) {
        this.meta = meta;
        this.call = UUID.fromString(meta.answer());
        this.asker = asker;
        this.written = written;
        this.readable = written.readable();
        this.askedAt = askedAt;
        this.patience = patience;
        this.clock = clock;
        this.sink = sink;
        this.book = book;
        this.place = place;
        this.talk = talk;
    }

    @Override
    public String id() {
        return call.toString();
    }

    @Override
    public void stop() {
        cancellation.cancel();
    }

    @Override
    public Duration patience() {
        return patience;
    }

    boolean belongsTo(String person) {
        return asker.equals(person);
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.Text piece) {
            synchronized (this) {
                if (firstTextAt == null) {
                    firstTextAt = clock.instant();
                }
                text.write(piece.text());
            }
            show(readable.add(piece.text()));
        } else if (event instanceof ChatEvent.Restart restart) {
            synchronized (this) {
                text.restart();
            }
            readable.restart();
            sink.accept(new AnswerEvent.Restart(restart.reason()));
        }
    }

    private void show(String piece) {
        if (!piece.isEmpty()) {
            synchronized (this) {
                text.show(piece);
            }
            sink.accept(new AnswerEvent.Delta(piece));
        }
    }

    /** The prompt tells more now: something was looked up. Called while no text comes. */
    void told(WrittenPrompt more) {
        book.told(call, more);
        lookedUp = true;
        written = more;
        readable.know(more);
    }

    @Override
    public void whenReady(Runnable more) {
        sink.whenReady(more);
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Completes when the end is recorded and told. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Records the end and tells it; called once, by the chain. */
    void end(@Nullable Completion completion, @Nullable Throwable failure) {
        try {
            tell(completion, failure);
        } finally {
            place.leave();
            ended.complete(null);
        }
    }

    private void tell(@Nullable Completion completion, @Nullable Throwable failure) {
        try {
            show(readable.rest());
            sink.accept(lastEvent(completion, failure));
        } catch (RuntimeException e) {
            sink.accept(new AnswerEvent.Failed(Endings.internal(e)));
        }
    }

    private AnswerEvent lastEvent(@Nullable Completion completion, @Nullable Throwable failure) {
        long totalMillis = Duration.between(askedAt, clock.instant()).toMillis();
        OptionalLong firstMillis = firstMillis();
        if (completion != null) {
            Optional<AnswerRow> row = book.end(call, AnswerOutcome.of(completion, firstMillis, totalMillis));
            return done(completion, row, firstMillis, totalMillis);
        }
        if (cancellation.isCancelled()) {
            Optional<AnswerRow> row = book.end(call, AnswerOutcome.stopped(firstMillis, totalMillis));
            return done(Endings.stopped(failure), row, firstMillis, totalMillis);
        }
        Problem problem = Endings.problem(failure);
        book.end(
                call,
                problem.code() == Problem.Code.BUDGET_REACHED
                        ? AnswerOutcome.budgetReached(firstMillis, totalMillis)
                        : AnswerOutcome.failed(firstMillis, totalMillis),
                Endings.fault(failure));
        return new AnswerEvent.Failed(problem);
    }

    private synchronized OptionalLong firstMillis() {
        return firstTextAt == null
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.between(askedAt, firstTextAt).toMillis());
    }

    private AnswerEvent.Done done(
            Completion completion, Optional<AnswerRow> row, OptionalLong firstMillis, long totalMillis) {
        String answer;
        String shown;
        synchronized (this) {
            answer = text.written();
            shown = text.shown();
        }
        TokenUsage usage = row.map(AnswerRow::usage).orElse(completion.usage());
        AnswerEvent.Done done = new AnswerEvent.Done(
                completion.reason(),
                completion.source(),
                completion.model(),
                usage,
                row.flatMap(AnswerRow::cost),
                firstMillis.isPresent() ? Optional.of(Duration.ofMillis(firstMillis.getAsLong())) : Optional.empty(),
                Duration.ofMillis(totalMillis),
                Citations.of(answer, written),
                FigureCheck.of(answer, written),
                new AnswerEvent.Language(written.prompt().language().getLanguage(), AnswerLanguage.of(answer)),
                book.receipt(written, completion, row),
                completion.cachedAt());
        // What was looked up is not in the record's view, by which it is found out what a later question may still be
        // told.
        if (!lookedUp) {
            talk.keep(
                    new Talk.Said(call, askedAt, shown, written.withLongIds(answer), written.originals(), meta, done));
        }
        return done;
    }
}
