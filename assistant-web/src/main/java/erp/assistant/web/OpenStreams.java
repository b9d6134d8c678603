package erp.assistant.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open, with the threads that write them and the one timer that looks after all of them; it rests while
 * there is no stream.
 */
@Singleton
public class OpenStreams {

    private static final long MILLIS_BETWEEN_TICKS = 20;

    private static final Logger LOG = System.getLogger("erp.assistant.web");

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    @Resource
    private @Nullable ManagedThreadFactory threads;

    private @Nullable Writers writers;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> ticking;

    /** A new stream, not yet open. */
    EventStream stream() {
        return new EventStream(writers(), System::nanoTime);
    }

    /** Looks after the stream until it is over. */
    void watch(EventStream stream) {
        open.add(stream);
        synchronized (this) {
            if (ticking == null) {
                ticking = timer().scheduleWithFixedDelay(
                                this::tick, MILLIS_BETWEEN_TICKS, MILLIS_BETWEEN_TICKS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private synchronized Writers writers() {
        if (writers == null) {
            writers = new Writers(Math.max(2, Runtime.getRuntime().availableProcessors()), factory());
        }
        return writers;
    }

    private ScheduledExecutorService timer() {
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(factory());
        }
        return timer;
    }

    private ThreadFactory factory() {
        return threads == null ? Executors.defaultThreadFactory() : threads;
    }

    @PreDestroy
    synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
        }
        if (writers != null) {
            writers.close();
        }
    }

    private void tick() {
        writers().makeUpFor(tick(open));
        rest();
    }

    /** Looks after these, takes out those that are over, and tells how many make a writer wait. */
    int tick(Collection<EventStream> streams) {
        int stuck = 0;
        List<EventStream> over = new ArrayList<>();
        for (EventStream stream : streams) {
            switch (tick(stream)) {
                case OVER -> over.add(stream);
                case STUCK -> stuck++;
                case DROPPED -> {
                    stuck++;
                    LOG.log(Level.INFO, "answer {0} ends: its browser takes nothing", stream.answer());
                }
                case RUNNING -> {}
            }
        }
        over.forEach(streams::remove);
        return stuck;
    }

    private static EventStream.State tick(EventStream stream) {
        try {
            return stream.tick();
        } catch (RuntimeException e) {
            // Thrown out of here it would end the beats of all streams for good.
            LOG.log(Level.WARNING, "a stream could not be kept awake", e);
            return EventStream.State.RUNNING;
        }
    }

    private synchronized void rest() {
        if (open.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }
}
