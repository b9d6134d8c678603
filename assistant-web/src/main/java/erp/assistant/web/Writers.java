package erp.assistant.web;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that write to browsers, and one more for each browser that makes one of them wait. Safe for use by many
 * threads.
 */
final class Writers implements Executor, AutoCloseable {

    private static final int SECONDS_IDLE = 10;

    private final int few;
    private final ThreadPoolExecutor threads;

    /** Starts nothing yet. */
    Writers(int few, ThreadFactory factory) {
        this.few = few;
        this.threads = new ThreadPoolExecutor(
                few,
                Integer.MAX_VALUE,
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory,
                (write, stopped) -> write.run());
    }

    @Override
    public void execute(Runnable write) {
        threads.execute(write);
    }

    /** Makes up for threads that wait for their browsers, twice: what comes after them may have to wait as well. */
    void makeUpFor(int stuck) {
        int wanted = few + 2 * stuck;
        if (threads.getCorePoolSize() != wanted) {
            threads.setCorePoolSize(wanted);
        }
    }

    /** What has been taken is written; what comes later is written by whoever brings it. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
