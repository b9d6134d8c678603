package erp.assistant.benchmark.load;

/** Is told of single questions, on the load generator's thread, with moments of {@link System#nanoTime}. */
public interface LoadWatcher {

    LoadWatcher NONE = new LoadWatcher() {};

    /** The question is about to be written. */
    default void asked(long number, long nanos) {}

    /** Its client has hung up. */
    default void hungUp(long number, long nanos) {}
}
