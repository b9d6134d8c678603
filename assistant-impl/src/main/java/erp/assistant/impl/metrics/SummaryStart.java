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
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the clockwork of the summary line and of the month's gauges with the application and stops it with it. */
@Singleton
class SummaryStart {

    /** After the ledger, which makes the tables at 100. */
    private static final int PRIORITY = 3000;

    private static final long TICK_SECONDS = 1;
    private static final long GAUGES_SECONDS = 60;

    private final SummaryTimer timer;
    private final MonthGauges gauges;
    private final AllMeters meters;
    private final SettingsSource settings;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> summing;
    private @Nullable ScheduledFuture<?> gauging;

    @Inject
    SummaryStart(ProductionMetrics metrics, SettingsSource settings, Clock clock, AllMeters meters) {
        this.gauges = new MonthGauges(metrics, System::nanoTime);
        this.meters = meters;
        this.settings = settings;
        this.timer = new SummaryTimer(new SummaryLog(metrics), settings, clock);
    }

    void start(@Observes @Priority(PRIORITY) Startup event) {
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        KnownSeries.begin(meters, settings.current());
        gauges.register(meters);
        gauging = scheduler.scheduleWithFixedDelay(gauges, 0, GAUGES_SECONDS, TimeUnit.SECONDS);
        summing = scheduler.scheduleWithFixedDelay(timer, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        for (ScheduledFuture<?> task : new ScheduledFuture<?>[] {summing, gauging}) {
            if (task != null) {
                task.cancel(false);
            }
        }
    }
}
