package erp.assistant;

/**
 * Takes the events of an answer.
 *
 * <p>Called by one thread at a time, in order. Implementations return at once.
 */
public interface AnswerSink {

    void accept(AnswerEvent event);

    /**
     * Runs the action when the reader can take more text: at once if it keeps up, later if it is slow. A sink may keep text back
     * until this is called, so whoever brings text in batches calls it once after each; other events are never kept back.
     */
    default void whenReady(Runnable more) {
        more.run();
    }
}
