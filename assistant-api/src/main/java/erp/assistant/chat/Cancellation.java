package erp.assistant.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * A one-way switch that says an answer is no longer wanted. Safe for use by many threads.
 */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Says that the answer is no longer wanted and runs the actions on this thread; the second call does nothing. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Runs the action upon cancellation, at once if that has happened. The action is short and does not throw.
     *
     * @return takes the action back; called when the work it would stop has ended
     */
    public Runnable onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> {
                    synchronized (Cancellation.this) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }
}
