package erp.assistant.stub;

/**
 * Is told of API requests as they come and end, with moments of {@link System#nanoTime}, for measurements in the stub's own
 * process. Called on the stub's thread, so a watcher must return at once.
 */
public interface StubWatcher {

    StubWatcher NONE = new StubWatcher() {};

    /** A request has been read to its end. */
    default void arrived(StubRequest request, long nanos) {}

    /** The last byte of an error status has been handed to the socket. */
    default void refused(StubRequest request, long nanos) {}

    /** The client closed the connection while the request was being answered. */
    default void abandoned(StubRequest request, long nanos) {}
}
