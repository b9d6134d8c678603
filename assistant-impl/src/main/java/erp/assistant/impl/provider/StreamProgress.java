package erp.assistant.impl.provider;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Lookups;
import erp.assistant.chat.TokenUsage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one stream is: before content, within content, answered, ended. Used by one thread at a time.
 *
 * <p>An answer counts as whole or deliberately ended only by {@link #answered}; an error after that changes nothing.
 */
final class StreamProgress implements StreamSignals {

    /** For the usage that follows the answer's last word. */
    private static final Duration AFTER_ANSWER = Duration.ofSeconds(2);
    /** For the connection's return to its pool after the stream's last event. */
    private static final Duration AFTER_END = Duration.ofMillis(250);

    private final ChatSink sink;
    private final Budgets budgets;
    private final UsageTally tally;

    private final boolean offered;
    private final WantedCalls calls = new WantedCalls();

    private String waiting = "";
    private @Nullable StringBuilder gathered;
    private String latest = "";
    private int told;
    private String model;
    private boolean contentShown;
    private boolean ended;
    private Completion.@Nullable Reason reason;
    private String because = "";
    private @Nullable ErrorWord error;

    /** @param offered whether the model may ask for look-ups */
    StreamProgress(ChatSink sink, Budgets budgets, UsageTally tally, String askedModel, boolean offered) {
        this.offered = offered;
        this.sink = sink;
        this.budgets = budgets;
        this.tally = tally;
        this.model = askedModel;
    }

    @Override
    public void text(String piece) {
        told++;
        if (piece.isEmpty()) {
            return;
        }
        latest = piece;
        contentShown = true;
        tally.shown(piece);
        if (waiting.isEmpty()) {
            waiting = piece;
            return;
        }
        if (gathered == null) {
            gathered = new StringBuilder(waiting);
        }
        gathered.append(piece);
    }

    /** Shows the text that has been told since the last time: what the network brought together is shown together. */
    void show() {
        // An open stream would keep the longest of texts until the next event.
        latest = "";
        if (waiting.isEmpty()) {
            return;
        }
        String text = gathered == null ? waiting : gathered.toString();
        waiting = "";
        gathered = null;
        budgets.contentArrived();
        try {
            sink.accept(new ChatEvent.Text(text));
        } catch (RuntimeException e) {
            throw new ReaderFailedException(e);
        }
    }

    /** From here on, what is told is told by another event. */
    void nextEvent() {
        told = 0;
        latest = "";
    }

    /** The text that the event told, if that was all it told; else empty. */
    String onlyText() {
        return told == 1 ? latest : "";
    }

    @Override
    public void model(String name) {
        told++;
        if (!name.isEmpty()) {
            model = SafeText.name(name);
        }
    }

    @Override
    public void usage(TokenUsage usage) {
        told++;
        tally.reported(usage);
    }

    @Override
    public void outputAlone(long output, long reasoning) {
        told++;
        tally.reportedOutput(output, reasoning);
    }

    @Override
    public void because(String word) {
        because = SafeText.code(word);
    }

    @Override
    public void call(int index, String name) {
        told++;
        calls.begin(index, name);
        budgets.contentArrived();
    }

    @Override
    public void callArguments(int index, String piece) {
        told++;
        calls.add(index, piece);
        tally.shown(piece);
        budgets.contentArrived();
    }

    @Override
    public void asksForLookups(String word) {
        boolean asks = offered && !calls.isEmpty();
        if (!asks) {
            because(word);
        }
        answered(asks ? Completion.Reason.LOOKUP : Completion.Reason.LENGTH);
    }

    @Override
    public void answered(Completion.Reason how) {
        told++;
        if (reason == null) {
            // Some compatible servers end an answer that asks for something like any other.
            reason = how == Completion.Reason.END && offered && !calls.isEmpty() ? Completion.Reason.LOOKUP : how;
            budgets.onlyFor(AFTER_ANSWER);
        }
    }

    @Override
    public void end() {
        told++;
        if (!ended) {
            ended = true;
            budgets.onlyFor(AFTER_END);
        }
    }

    @Override
    public void error(ErrorWord word) {
        told++;
        if (reason == null) {
            error = word;
        }
        ended = true;
    }

    String model() {
        return model;
    }

    boolean contentShown() {
        return contentShown;
    }

    /** Whether nothing of meaning follows. */
    boolean ended() {
        return ended;
    }

    Completion.@Nullable Reason reason() {
        return reason;
    }

    /** The provider's own word for the reason, empty in the ordinary case. */
    String because() {
        return because;
    }

    /** What the model asks for; none unless that is the reason. */
    List<Lookups.Call> calls() {
        return reason == Completion.Reason.LOOKUP ? calls.all() : List.of();
    }

    @Nullable
    ErrorWord error() {
        return error;
    }

    UsageTally tally() {
        return tally;
    }
}
