package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.BudgetWarning;
import erp.assistant.report.LedgerRow;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes the ledger's beans from the server's data source. */
@Singleton
class LedgerBeans {

    // transactional="false" in the server's configuration: a row is committed when its statement returns.
    @Resource(lookup = "jdbc/assistant")
    private @Nullable DataSource dataSource;

    DataSource dataSource() {
        if (dataSource == null) {
            throw new IllegalStateException("the server has no data source jdbc/assistant");
        }
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
                dataSource(),
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
        return new LedgerBudgets(dataSource(), settings, clock);
    }

    /** As {@code ProductionMetrics}, {@code MonthReports} and {@code CallLog}. */
    @Produces
    @Singleton
    LedgerReports reports(SettingsSource settings, Clock clock) {
        return new LedgerReports(dataSource(), settings, clock);
    }

    /** As {@code Rerating}. */
    @Produces
    @Singleton
    LedgerRerating rerating(PriceCatalogue prices, SettingsSource settings, Clock clock) {
        return new LedgerRerating(dataSource(), prices, settings, clock);
    }

    /** As {@code FeedbackBook}. */
    @Produces
    @Singleton
    LedgerFeedback feedback(Clock clock) {
        return new LedgerFeedback(dataSource(), clock);
    }

    /** As {@code FeedbackList}. */
    @Produces
    @Singleton
    LedgerFeedbackList feedbackList(SettingsSource settings) {
        return new LedgerFeedbackList(dataSource(), settings);
    }
}
