package erp.assistant.impl.prompt;

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

/** Reads the folder of templates at the start and every two seconds. */
@Singleton
class TemplateStart {

    private static final long SECONDS_BETWEEN_READS = 2;

    private final Templates templates;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> refreshing;

    @Inject
    TemplateStart(Templates templates) {
        this.templates = templates;
    }

    /** The first time at once: no question is answered by other instructions than the admin's. */
    void start(@Observes Startup event) {
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        templates.refresh();
        refreshing = scheduler.scheduleWithFixedDelay(
                templates::refresh, SECONDS_BETWEEN_READS, SECONDS_BETWEEN_READS, TimeUnit.SECONDS);
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        if (refreshing != null) {
            refreshing.cancel(false);
        }
    }
}
