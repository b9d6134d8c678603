package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.FileTidy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tidies the file of an embedded database, brings the tables up to date, settles what a crash left open, and keeps the ledger in order; before any other bean starts. */
@Singleton
class LedgerStart {

    /** Of the observer of {@link Startup}; whoever needs the tables at the start observes it with a higher number. */
    static final int PRIORITY = 100;

    /** A server that is silent for 30 s is swept by another: five beats lost in a row, or the server is. */
    private static final long BEAT_SECONDS = 5;

    private static final long SWEEP_SECONDS = 15;
    private static final long TIDY_SECONDS = 20;
    private static final long BUDGETS_SECONDS = 15;
    private static final long ROLLUP_SECONDS = 60;
    private static final long RETENTION_MINUTES = 20;

    /** As keys are. */
    private static final long PRICES_SECONDS = 2;

    private final LedgerBeans beans;
    private final Ledger ledger;
    private final PriceCatalogue prices;
    private final SettingsSource settings;
    private final Clock clock;

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private final List<ScheduledFuture<?>> tasks = new ArrayList<>();

    @Inject
    LedgerStart(LedgerBeans beans, Ledger ledger, PriceCatalogue prices, SettingsSource settings, Clock clock) {
        this.beans = beans;
        this.ledger = ledger;
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes @Priority(PRIORITY) Startup event) {
        FileTidy tidy = new FileTidy(beans.dataSource(), this::tidyFrom, clock);
        // Nobody else has a connection yet.
        tidy.run();
        Schema.migrate(beans.dataSource());
        // A migration may have copied whole tables.
        tidy.run();
        UnpricedModels.warn(settings.current(), prices, clock.instant());
        String place = place();
        ledger.arrive(place);
        Sweeper sweeper = new Sweeper(ledger);
        sweeper.run();
        Beat beat = new Beat(ledger, place);
        repeat(beat, BEAT_SECONDS, TimeUnit.SECONDS);
        // A server that was held up, as by the tidying of its file, does not take itself for dead.
        repeat(
                () -> {
                    beat.run();
                    sweeper.run();
                },
                SWEEP_SECONDS,
                TimeUnit.SECONDS);
        repeat(prices::refresh, PRICES_SECONDS, TimeUnit.SECONDS);
        repeat(ledger.budgetWarnings(), BUDGETS_SECONDS, TimeUnit.SECONDS);
        repeat(new Rollup(beans.dataSource(), settings, clock), ROLLUP_SECONDS, TimeUnit.SECONDS);
        repeat(new Retention(beans.dataSource(), settings, clock), RETENTION_MINUTES, TimeUnit.MINUTES);
        QuietHours quiet = new QuietHours(settings, clock);
        repeat(
                () -> {
                    if (quiet.now()) {
                        tidy.run();
                    }
                },
                TIDY_SECONDS,
                TimeUnit.SECONDS);
    }

    private long tidyFrom() {
        return settings.current().ledgerTidyMegabytes() * 1_000_000L;
    }

    private void repeat(Runnable task, long every, TimeUnit unit) {
        if (scheduler == null) {
            throw new IllegalStateException("the server has no managed scheduled executor");
        }
        tasks.add(scheduler.scheduleWithFixedDelay(task, every, every, unit));
    }

    /** The same after a restart, and another for each server that runs at the same time: its host and working directory. */
    private static String place() {
        return hostName() + ":" + Path.of("").toAbsolutePath();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // Then rows that a crash left open wait for the end of its server's silence.
            return UUID.randomUUID().toString();
        }
    }

    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown event) {
        tasks.forEach(task -> task.cancel(false));
    }
}
