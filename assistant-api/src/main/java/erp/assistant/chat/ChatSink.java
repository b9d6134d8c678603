package erp.assistant.chat;

/**
 * Takes what a {@link ChatModel} says while it says it.
 *
 * <p>Called by one thread at a time, in order. Implementations return at once.
 */
public interface ChatSink {

    void accept(ChatEvent event);

    /**
     * Runs the action when the reader can take more: at once if it keeps up, later if it is slow. An adapter asks the
     * provider's connection for more bytes inside the action, so that a slow browser slows its own provider stream only.
     */
    default void whenReady(Runnable more) {
        more.run();
    }

    /** Tells whether and when the asker has gone; an adapter closes the provider's connection then. */
    Cancellation cancellation();
}
