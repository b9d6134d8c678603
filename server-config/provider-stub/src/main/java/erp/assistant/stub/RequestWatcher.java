package erp.assistant.stub;

/** Is told what becomes of single requests. Called on the stub's one thread: returns at once. */
public interface RequestWatcher {

    /** Nobody watches. */
    RequestWatcher NONE = new RequestWatcher() {};

    /** A request has arrived. */
    default void arrived(StubRequest request) {}

    /** The client has closed the connection while its request was being answered. */
    default void abandoned(StubRequest request) {}
}
