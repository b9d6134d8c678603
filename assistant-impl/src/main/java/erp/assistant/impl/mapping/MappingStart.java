package erp.assistant.impl.mapping;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the mapping files at the start and every two seconds; on a thread of its own, since a database may keep it waiting. */
@Singleton
class MappingStart {

    private static final long SECONDS_BETWEEN_READS = 2;

    private final Mappings mappings;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> refreshing;

    @Inject
    MappingStart(Mappings mappings) {
        this.mappings = mappings;
    }

    void start(@Observes Startup event) {
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        refreshing = scheduler.scheduleWithFixedDelay(mappings::refresh, 0, SECONDS_BETWEEN_READS, TimeUnit.SECONDS);
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        if (refreshing != null) {
            refreshing.cancel(false);
        }
    }
}
