package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.impl.config.BudgetScope;
import erp.assistant.impl.config.BudgetStep;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.Budgets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads how the budgets stand: limits from the configuration, the rest from the ledger. */
public final class LedgerBudgets implements Budgets {

    /** The company first, people and capabilities last. */
    private static final Comparator<BudgetKey> SHOWN =
            Comparator.comparing(BudgetKey::scope, LedgerBudgets::byReach).thenComparing(BudgetKey::name);

    private final BudgetTable table;
    private final SettingsSource settings;
    private final Clock clock;

    public LedgerBudgets(DataSource dataSource, SettingsSource settings, Clock clock) {
        this.table = new BudgetTable(new Database(dataSource));
        this.settings = settings;
        this.clock = clock;
    }

    private static int byReach(BudgetScope one, BudgetScope other) {
        return other.compareTo(one);
    }

    @Override
    public Report report() {
        Settings now = settings.current();
        Instant at = clock.instant();
        Claims month = Claims.ofNamed(now, at);
        MonthWindow window = MonthWindow.of(month.month(), now.zone());
        Map<BudgetKey, BudgetTable.Row> rows = rows(month);
        SortedMap<BudgetKey, Long> limits = new TreeMap<>(SHOWN);
        limits.putAll(month.limits());
        rows.keySet()
                .forEach(
                        key -> now.budgets().limit(key.scope(), key.name()).ifPresent(limit -> limits.put(key, limit)));
        return new Report(
                month.month(),
                month.resetDate(),
                now.budgets().hard() ? "hard" : "warn",
                now.budgets().atLimit().stream().map(BudgetStep::key).toList(),
                limits.entrySet().stream()
                        .map(limit -> budget(
                                rows.getOrDefault(limit.getKey(), new BudgetTable.Row(limit.getKey(), 0, 0, 0)),
                                limit.getValue(),
                                month,
                                window,
                                at))
                        .toList());
    }

    private Map<BudgetKey, BudgetTable.Row> rows(Claims month) {
        try {
            Map<BudgetKey, BudgetTable.Row> rows = new HashMap<>();
            table.rows(month.month().toString(), month.currency()).forEach(row -> rows.put(row.key(), row));
            return rows;
        } catch (SQLException e) {
            throw new LedgerException("the budgets of " + month.month() + " could not be read", e);
        }
    }

    private static Budget budget(BudgetTable.Row row, long limit, Claims month, MonthWindow window, Instant at) {
        OptionalLong forecast = window.forecast(row.spent(), at);
        return new Budget(
                row.key().scope().word(),
                row.key().name(),
                new Cost(limit, month.currency()),
                new Cost(row.spent(), month.currency()),
                new Cost(row.reserved(), month.currency()),
                forecast.isPresent() ? Optional.of(new Cost(forecast.getAsLong(), month.currency())) : Optional.empty(),
                BudgetWarnings.upTo(row.warned()));
    }
}
