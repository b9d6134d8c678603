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
        if (piece.isEmpty()) {
            return;
        }
        contentShown = true;
        budgets.contentArrived();
        tally.shown(piece);
        try {
            sink.accept(new ChatEvent.Text(piece));
        } catch (RuntimeException e) {
            throw new ReaderFailedException(e);
        }
    }

    @Override
    public void model(String name) {
        if (!name.isEmpty()) {
            model = SafeText.name(name);
        }
    }

    @Override
    public void usage(TokenUsage usage) {
        tally.reported(usage);
    }

    @Override
    public void outputAlone(long output, long reasoning) {
        tally.reportedOutput(output, reasoning);
    }

    @Override
    public void because(String word) {
        because = SafeText.code(word);
    }

    @Override
    public void answered(Completion.Reason how) {
        if (reason == null) {
            reason = how;
            budgets.onlyFor(AFTER_ANSWER);
        }
    }

    @Override
    public void end() {
        if (!ended) {
            ended = true;
            budgets.onlyFor(AFTER_END);
        }
    }

    @Override
    public void error(ErrorWord word) {
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
