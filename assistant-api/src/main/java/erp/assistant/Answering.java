package erp.assistant;

import java.time.Duration;

/** An answer under way. Safe for use by many threads. */
public interface Answering {

    /** Identifies the answer; unguessable. */
    String id();

    /** Ends the answer; the provider's connection is closed and what was used so far is charged. */
    void stop();

    /** How long the asker's connection may take nothing while text waits for it; who is slower is to be given up. */
    Duration patience();
}
