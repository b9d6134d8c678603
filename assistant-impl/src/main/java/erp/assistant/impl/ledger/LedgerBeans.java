package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.GuardedDataSource;
import erp.assistant.report.BudgetWarning;
import erp.assistant.report.LedgerRow;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Makes the ledger's beans from the server's data source. */
@Singleton
class LedgerBeans {

    private final GuardedDataSource dataSource;

    @Inject
    LedgerBeans(GuardedDataSource dataSource) {
        this.dataSource = dataSource;
    }

    GuardedDataSource dataSource() {
        return dataSource;
    }

    @Produces
    @Singleton
    PriceCatalogue prices(SettingsSource settings, Clock clock) {
        return new PriceCatalogue(settings, clock);
    }

    @Produces
    @Singleton
    Ledger ledger(
            PriceCatalogue prices,
            SettingsSource settings,
            Clock clock,
            @Any Instance<Consumer<LedgerRow>> listeners,
            Event<BudgetWarning> warnings) {
        List<Consumer<LedgerRow>> all = listeners.stream().toList();
        return new Ledger(
                dataSource,
                prices,
                settings,
                clock,
                row -> all.forEach(listener -> listener.accept(row)),
                warnings::fire);
    }

    /** As {@code Budgets}. */
    @Produces
    @Singleton
    LedgerBudgets budgets(SettingsSource settings, Clock clock) {
        return new LedgerBudgets(dataSource, settings, clock);
    }

    /** As {@code ProductionMetrics}, {@code MonthReports} and {@code CallLog}. */
    @Produces
    @Singleton
    LedgerReports reports(SettingsSource settings, Clock clock) {
        return new LedgerReports(dataSource, settings, clock);
    }

    /** As {@code Rerating}. */
    @Produces
    @Singleton
    LedgerRerating rerating(PriceCatalogue prices, SettingsSource settings, Clock clock) {
        return new LedgerRerating(dataSource, prices, settings, clock);
    }

    @Produces
    @Singleton
    SwitchTable switches() {
        return new SwitchTable(dataSource);
    }

    /** As {@code AuditLog}. */
    @Produces
    @Singleton
    LedgerAudit audit() {
        return new LedgerAudit(dataSource);
    }

    /** As {@code FeedbackBook}. */
    @Produces
    @Singleton
    LedgerFeedback feedback(Clock clock) {
        return new LedgerFeedback(dataSource, clock);
    }

    /** As {@code FeedbackList}. */
    @Produces
    @Singleton
    LedgerFeedbackList feedbackList(SettingsSource settings) {
        return new LedgerFeedbackList(dataSource, settings);
    }
}
