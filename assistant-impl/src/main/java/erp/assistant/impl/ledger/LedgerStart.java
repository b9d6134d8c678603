package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
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

/** Brings the tables up to date, settles what a crash left open, and goes on doing so; before any other bean starts. */
@Singleton
class LedgerStart {

    /** Of the observer of {@link Startup}; whoever needs the tables at the start observes it with a higher number. */
    static final int PRIORITY = 100;

    private static final long SWEEP_SECONDS = 30;

    /** As keys are. */
    private static final long PRICES_SECONDS = 2;

    private final LedgerBeans beans;
    private final Ledger ledger;
    private final PriceCatalogue prices;
    private final SettingsSource settings;
    private final Clock clock;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> sweeping;

    private @Nullable ScheduledFuture<?> refreshing;

    @Inject
    LedgerStart(LedgerBeans beans, Ledger ledger, PriceCatalogue prices, SettingsSource settings, Clock clock) {
        this.beans = beans;
        this.ledger = ledger;
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes @Priority(PRIORITY) Startup event) {
        Schema.migrate(beans.dataSource());
        UnpricedModels.warn(settings.current(), prices, clock.instant());
        Sweeper sweeper = new Sweeper(ledger);
        sweeper.run();
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        sweeping = scheduler.scheduleWithFixedDelay(sweeper, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        refreshing = scheduler.scheduleWithFixedDelay(
                prices::refresh, PRICES_SECONDS, PRICES_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        if (refreshing != null) {
            refreshing.cancel(false);
        }
    }
}
