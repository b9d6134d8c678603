package erp.assistant.impl.provider;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One thread that runs short actions later. Safe for use by many threads. */
public final class Timers implements AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    public Timers(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(1, threads);
        // Almost every budget is cancelled long before it ends; without this each would stay until then.
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Runs the action after the delay.
     *
     * @param action short, does not block, does not throw
     * @return takes the action back
     */
    public Runnable after(Duration delay, Runnable action) {
        return afterNanos(delay.toNanos(), action);
    }

    Runnable afterNanos(long nanos, Runnable action) {
        try {
            var scheduled = executor.schedule(action, nanos, TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            // Only while the server stops: its connections end with it.
            return () -> {};
        }
    }

    /** Forgets all actions. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
