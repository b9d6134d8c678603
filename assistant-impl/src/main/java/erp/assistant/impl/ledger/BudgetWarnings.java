package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.BudgetWarning;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells when a budget comes to 50, 80 and 100 percent, once each for a month and budget, whichever server sees it first. Also makes
 * the rows of a new month's budgets, so that no question has to.
 */
final class BudgetWarnings implements Runnable {

    /** In ascending order. */
    static final List<Integer> PERCENTAGES = List.of(50, 80, 100);

    private static final System.Logger LOG = System.getLogger("erp.assistant.budget");

    /** Whoever asks again and again after a refusal does not make the database be asked each time. */
    private static final int MOST_REMEMBERED = 10_000;

    private final BudgetTable table;
    private final SettingsSource settings;
    private final Clock clock;
    private final Consumer<BudgetWarning> listener;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param listener is told of each warning; what it throws is logged */
    BudgetWarnings(BudgetTable table, SettingsSource settings, Clock clock, Consumer<BudgetWarning> listener) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
    }

    /** Looks at all budgets; never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            Settings now = settings.current();
            if (now.budgets().any()) {
                Claims month = Claims.ofNamed(now, clock.instant());
                List<BudgetTable.Row> rows = table.rows(month.month().toString(), month.currency());
                boolean unused = table.make(
                        month, rows.stream().map(BudgetTable.Row::key).collect(Collectors.toSet()));
                for (BudgetTable.Row row : rows) {
                    Optional<Long> limit =
                            now.budgets().limit(row.key().scope(), row.key().name());
                    if (limit.isPresent()) {
                        warn(month, row, limit.get(), highest(row, limit.get()));
                    }
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, "the budgets could not be looked at; tried again later", e);
        }
    }

    private static int highest(BudgetTable.Row row, long limit) {
        return PERCENTAGES.stream()
                .filter(percent -> row.reaches(percent, limit))
                .reduce(0, Math::max);
    }

    /** A request had no room in a budget, which so has come to its end, although less may be spent of it. */
    void refused(Claims claims, BudgetKey key) {
        Long limit = claims.limits().get(key);
        if (refused.size() >= MOST_REMEMBERED) {
            refused.clear();
        }
        if (limit == null || !refused.add(claims.month() + " " + claims.currency() + " " + limit + " " + key.line())) {
            return;
        }
        try {
            for (BudgetTable.Row row : table.rows(claims.month().toString(), claims.currency())) {
                if (row.key().equals(key)) {
                    warn(claims, row, limit, 100);
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "that " + key.words() + " is used up could not be recorded", e);
        }
    }

    private void warn(Claims month, BudgetTable.Row row, long limit, int percent) throws SQLException {
        if (percent > row.warned() && table.warned(month.month().toString(), month.currency(), row, percent)) {
            PERCENTAGES.stream()
                    .filter(each -> each > row.warned() && each <= percent)
                    .forEach(each -> tell(new BudgetWarning(
                            month.month(),
                            row.key().scope().word(),
                            row.key().name(),
                            each,
                            new Cost(limit, month.currency()),
                            new Cost(row.spent(), month.currency()),
                            month.resetDate())));
        }
    }

    private void tell(BudgetWarning warning) {
        BudgetKey key = BudgetKey.ofLine(warning.scope() + " " + warning.name());
        LOG.log(
                Level.WARNING,
                "{0} of {1} has come to {2} percent: {3} of {4} {5} are spent; it begins anew on {6}",
                key.words(),
                warning.month(),
                warning.percent(),
                warning.spent().amount().toPlainString(),
                warning.limit().amount().toPlainString(),
                warning.limit().currency(),
                warning.resetDate());
        try {
            listener.accept(warning);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "somebody who wanted to know of it failed", e);
        }
    }

    /** The percentages that were told of, of a row's mark. */
    static List<Integer> upTo(int warned) {
        return PERCENTAGES.stream().filter(each -> each <= warned).toList();
    }
}
