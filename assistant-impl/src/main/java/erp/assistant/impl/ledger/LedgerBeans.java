package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.LedgerRow;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    Ledger ledger(PriceCatalogue prices, SettingsSource settings, Clock clock, Consumer<LedgerRow> listener) {
        return new Ledger(dataSource(), prices, settings, clock, listener);
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
}
