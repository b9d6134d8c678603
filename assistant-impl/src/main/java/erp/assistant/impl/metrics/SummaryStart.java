package erp.assistant.impl.metrics;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.ProductionMetrics;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Schedules the summary line at the interval that the settings name at the start; an interval of zero means never. */
@Singleton
class SummaryStart {

    /** After the ledger, which makes the tables at 100. */
    private static final int PRIORITY = 3000;

    private final ProductionMetrics metrics;
    private final SettingsSource settings;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> summing;

    @Inject
    SummaryStart(ProductionMetrics metrics, SettingsSource settings) {
        this.metrics = metrics;
        this.settings = settings;
    }

    void start(@Observes @Priority(PRIORITY) Startup event) {
        Duration interval = settings.current().summaryInterval();
        if (interval.isZero()) {
            return;
        }
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        long millis = interval.toMillis();
        summing = scheduler.scheduleWithFixedDelay(new SummaryLog(metrics), millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        if (summing != null) {
            summing.cancel(false);
        }
    }
}
