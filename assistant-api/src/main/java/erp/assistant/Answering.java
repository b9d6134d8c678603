package erp.assistant;

/** An answer under way. Safe for use by many threads. */
public interface Answering {

    /** Identifies the answer; unguessable. */
    String id();

    /** Ends the answer; the provider's connection is closed and what was used so far is charged. */
    void stop();
}
