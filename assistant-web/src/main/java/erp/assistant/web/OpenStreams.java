package erp.assistant.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The streams that are open, each with its heartbeat. */
@Singleton
public class OpenStreams {

    /** A browser that has left is noticed by the second write after it: within two beats. */
    private static final long SECONDS_BETWEEN_BEATS = 2;

    private static final Logger LOG = System.getLogger("erp.assistant.web");

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> beating;

    void watch(EventStream stream) {
        open.add(stream);
    }

    @PostConstruct
    void start() {
        if (scheduler != null) {
            beating = scheduler.scheduleWithFixedDelay(
                    this::beat, SECONDS_BETWEEN_BEATS, SECONDS_BETWEEN_BEATS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (beating != null) {
            beating.cancel(false);
        }
    }

    void beat() {
        open.removeIf(EventStream::isOver);
        for (EventStream stream : open) {
            try {
                stream.beat();
            } catch (RuntimeException e) {
                // Thrown out of here it would end the beats of all streams for good.
                LOG.log(Level.WARNING, "a stream could not be kept awake", e);
            }
        }
    }
}
