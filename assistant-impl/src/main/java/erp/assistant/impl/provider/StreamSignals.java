package erp.assistant.impl.provider;

import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;

/** What the events of a stream, or an answer that comes whole, mean. */
public interface StreamSignals {

    /** The next piece of the answer; an empty one means nothing. */
    void text(String piece);

    /** The model that answers. */
    void model(String name);

    /**
     * All usage reported so far, in disjoint classes.
     *
     * @param usage its source is {@code REPORTED} if the output count is in it, {@code PARTIAL} if only the input is
     */
    void usage(TokenUsage usage);

    /** All output reported so far, in disjoint classes, by a provider that has not told the input. */
    void outputAlone(long output, long reasoning);

    /** The provider's word on how the answer ended: it is not TRUNCATED any more, whatever follows. */
    void answered(Completion.Reason reason);

    /**
     * The provider's own word for an ending out of the ordinary, such as a refusal's category or {@code pause_turn}; told before
     * {@link #answered}, and only for the log.
     */
    default void because(String word) {}

    /**
     * The model begins to ask for a look-up.
     *
     * @param index tells apart the calls of one answer
     */
    default void call(int index, String name) {}

    /** The next piece of a call's arguments, which together are JSON. */
    default void callArguments(int index, String piece) {}

    /**
     * The provider's word that the model waits for what it asked to be looked up. If nothing was offered, or it asked for nothing, the
     * answer is one that nobody called whole.
     *
     * @param word the provider's own, for the log
     */
    default void asksForLookups(String word) {
        because(word);
        answered(Completion.Reason.LENGTH);
    }

    /** Nothing of meaning follows. */
    void end();

    /** An error told inside the stream. */
    void error(ErrorWord error);
}
