package erp.assistant.impl.resilience;

import java.time.Duration;

/** Runs short actions later, on a thread of the container that has the application's context. */
@FunctionalInterface
public interface Pause {

    /**
     * Runs the action after the delay.
     *
     * @return takes the action back; does nothing if it has run
     */
    Runnable after(Duration delay, Runnable action);
}
