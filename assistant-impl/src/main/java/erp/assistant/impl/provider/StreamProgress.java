package erp.assistant.impl.provider;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import java.time.Duration;
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

    StreamProgress(ChatSink sink, Budgets budgets, UsageTally tally, String askedModel) {
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
    public void answered(Completion.Reason how) {
        told++;
        if (reason == null) {
            reason = how;
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

    @Nullable
    ErrorWord error() {
        return error;
    }

    UsageTally tally() {
        return tally;
    }
}
