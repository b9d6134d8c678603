package erp.assistant.impl.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has an admin's folders read again every two seconds, as the settings are, until the server stops. Safe for use by many threads. */
@Singleton
public class Rereading {

    /** How long a change may take to be seen. */
    static final long SECONDS_BETWEEN_READS = 2;

    private final List<ScheduledFuture<?>> tasks = new CopyOnWriteArrayList<>();

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    /**
     * Reads on threads of the container, for the first time at once; one read begins so long after the last has ended.
     *
     * @param read throws nothing, since a scheduled task that throws is not run again
     */
    public void of(Runnable read) {
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        tasks.add(scheduler.scheduleWithFixedDelay(read, 0, SECONDS_BETWEEN_READS, TimeUnit.SECONDS));
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        tasks.forEach(task -> task.cancel(false));
    }
}
