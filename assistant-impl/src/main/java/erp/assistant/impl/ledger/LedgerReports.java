package erp.assistant.impl.ledger;

import erp.assistant.impl.config.AnswerTimes;
import erp.assistant.impl.config.BudgetLimits;
import erp.assistant.impl.config.BudgetScope;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.CallLog;
import erp.assistant.report.LedgerRow;
import erp.assistant.report.MonthReport;
import erp.assistant.report.MonthReports;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.Slice;
import erp.assistant.report.ProductionMetrics;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The three production metrics, the monthly report and the list of calls, from the ledger.
 *
 * <p>What counts, in a month of the company's time zone:
 *
 * <ul>
 *   <li><b>Cost</b>: the exact sum over settled attempts, by the day they were sent. An attempt that is still open is in no sum
 *       yet. Unpriced are settled attempts without a known price, or in a currency other than the company's.
 *   <li><b>First response</b>: every answer that showed a text, however it ended, those from the cache and from the record
 *       itself among them: it is what the askers saw.
 *   <li><b>Full generation</b>: answers that reached an end ({@code end}, {@code length}, {@code refusal}); one that was stopped
 *       or broke off says nothing about how long an answer takes.
 *   <li>Percentiles of both are within 1 percent, see {@link LatencySketch}; all that is counted or paid is exact.
 *   <li><b>Saved</b>: what the answers cost that the cache gave again, each time; nothing where that is not known.
 *   <li><b>Errors</b>: attempts by the kind of failure, before fallback; failed are answers that ended in an error, or broke off
 *       ({@code truncated}, {@code timeout}), after fallback. An error told inside a stream counts as that only. Lost in a crash
 *       or failed in the assistant itself is {@code otherFailures}.
 * </ul>
 *
 * The slices of a dimension add up to the whole; what is not known, such as the model of an answer that nobody gave, is in the
 * slice with the empty key. Blocks on the database.
 */
public final class LedgerReports implements ProductionMetrics, MonthReports, CallLog {

    private static final int LONGEST_PAGE = 1000;

    private final Database database;
    private final SettingsSource settings;
    private final Clock clock;

    public LedgerReports(DataSource dataSource, SettingsSource settings, Clock clock) {
        this.database = new Database(dataSource);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public YearMonth currentMonth() {
        return YearMonth.now(clock.withZone(settings.current().zone()));
    }

    @Override
    public MonthlyMetrics month(YearMonth month) {
        Settings now = settings.current();
        MonthWindow window = MonthWindow.of(month, now.zone());
        try {
            MonthTallies tallies = new MonthQueries(database, window, now.currency()).tallies();
            SliceTally whole = tallies.whole();
            Slice all = whole.slice("");
            return new MonthlyMetrics(
                    month,
                    whole.cost(window, now.budgets().company(), clock.instant()),
                    all.latency(),
                    all.errors(),
                    sla(now),
                    tallies.by());
        } catch (SQLException e) {
            throw new LedgerException("the metrics of " + month + " could not be read", e);
        }
    }

    @Override
    public MonthlyMetrics month(YearMonth month, Map<String, String> only) {
        if (only.isEmpty()) {
            return month(month);
        }
        Filter filter = Filter.of(only);
        Settings now = settings.current();
        MonthWindow window = MonthWindow.of(month, now.zone());
        MonthQueries queries = new MonthQueries(database, window, now.currency());
        try {
            // Of one slice there are sums also where there are none of combinations.
            if (filter.single().isPresent()) {
                Dimension dimension = filter.single().get().getKey();
                String key = filter.single().get().getValue();
                return part(now, window, queries.tallies(dimension, key), budget(now.budgets(), dimension, key));
            }
            return part(now, window, queries.tallies(filter), Optional.empty());
        } catch (SQLException e) {
            throw new LedgerException("the metrics of " + month + " could not be read", e);
        }
    }

    private MonthlyMetrics part(Settings now, MonthWindow window, DayTallies tallies, Optional<Long> budget) {
        SliceTally whole = tallies.whole();
        Slice all = whole.slice("");
        return new MonthlyMetrics(
                window.month(),
                whole.cost(window, budget, clock.instant()),
                all.latency(),
                all.errors(),
                sla(now),
                Map.of("day", tallies.byDay()));
    }

    private static MonthlyMetrics.Sla sla(Settings settings) {
        AnswerTimes times = settings.answerTimes();
        return new MonthlyMetrics.Sla(
                settings.availabilityGoal(), Optional.of(times.firstResponse()), Optional.of(times.fullGeneration()));
    }

    /** Of what has one by name; a budget of a record type is of its questions, which are told apart otherwise. */
    private static Optional<Long> budget(BudgetLimits budgets, Dimension dimension, String key) {
        return switch (dimension) {
            case ORGANISATION -> budgets.limit(BudgetScope.ORGANISATION, key);
            case DEPARTMENT -> budgets.limit(BudgetScope.DEPARTMENT, key);
            default -> Optional.empty();
        };
    }

    @Override
    public MonthReport report(YearMonth month) {
        Settings now = settings.current();
        try {
            ReportLines lines = new MonthQueries(database, MonthWindow.of(month, now.zone()), now.currency()).lines();
            return new MonthReport(month, now.currency(), lines.lines());
        } catch (SQLException e) {
            throw new LedgerException("the report of " + month + " could not be read", e);
        }
    }

    @Override
    public List<LedgerRow> attempts(Search search, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException(
                    "offset " + offset + " must be from 0 and limit " + limit + " from 1 to " + LONGEST_PAGE);
        }
        Optional<MonthWindow> window = search.month()
                .map(month -> MonthWindow.of(month, settings.current().zone()));
        try {
            return new AttemptTable(database).newestFirst(window, Filter.of(search.only()), offset, limit);
        } catch (SQLException e) {
            throw new LedgerException("the list of calls could not be read", e);
        }
    }
}
