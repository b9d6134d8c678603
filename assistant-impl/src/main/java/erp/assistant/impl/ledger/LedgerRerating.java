package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.ledger.Repricing.Change;
import erp.assistant.impl.ledger.RerateTable.Place;
import erp.assistant.report.Rerating;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Goes through a month of the company's time zone, newest attempt first, in pages: so memory and locks are bounded, however many
 * attempts there are.
 *
 * <p>Each settled attempt is priced by the rules by which it was settled: by the model that its response names, at the prices
 * and the rate of the moment it was sent, in the currency of its row. What a crash left open stays at the upper bound. An
 * attempt whose cost stays the same keeps its rows' ids.
 */
public final class LedgerRerating implements Rerating {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");
    private static final int PAGE = 2_000;

    private final RerateTable table;
    private final Repricing repricing;
    private final PriceCatalogue prices;
    private final SettingsSource settings;
    private final Clock clock;
    private final Rollup rollup;

    public LedgerRerating(DataSource dataSource, PriceCatalogue prices, SettingsSource settings, Clock clock) {
        this.table = new RerateTable(dataSource);
        this.repricing = new Repricing(dataSource);
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
        this.rollup = new Rollup(dataSource, settings, clock);
    }

    /** What is done with the attempts of a page whose cost changes; returns those that it was done with. */
    private interface Step {
        List<Change> take(List<Change> changes) throws SQLException;
    }

    @Override
    public Report preview(YearMonth month) {
        try {
            return walk(month, false, prices.snapshot(), changes -> changes);
        } catch (SQLException e) {
            throw new LedgerException("the preview of " + month + " could not be read", e);
        }
    }

    // One at a time on this server; on another one whoever comes second finds the rows changed and leaves them.
    @Override
    public synchronized Report apply(YearMonth month, String by) {
        UUID rerating = UUID.randomUUID();
        PriceCatalogue.Snapshot now = prices.snapshot();
        try {
            table.begin(rerating, month.toString(), by, now.fingerprint(), clock.instant());
            Report report = walk(month, true, now, changes -> repricing.apply(rerating, changes, clock.instant()));
            long changed = report.totals().stream().mapToLong(Line::changed).sum();
            table.end(rerating, changed, clock.instant());
            rollup.run();
            LOG.log(Level.INFO, () -> audit(report, rerating, by));
            return report;
        } catch (SQLException e) {
            throw new LedgerException(month + " could not be re-rated to its end; do it again for the rest", e);
        }
    }

    private static String audit(Report report, UUID rerating, String by) {
        String sums = report.totals().stream()
                .map(line -> line.changed() + " of " + line.attempts() + " attempts changed, "
                        + line.before().amount().toPlainString() + " became "
                        + line.after().amount().toPlainString() + " "
                        + line.after().currency())
                .collect(Collectors.joining("; "));
        return "re-rating " + rerating + " of " + report.month() + " by " + by.replaceAll("\\p{Cntrl}", " ")
                + " at prices " + report.fingerprint() + ": " + (sums.isEmpty() ? "no attempts" : sums);
    }

    private Report walk(YearMonth month, boolean applied, PriceCatalogue.Snapshot at, Step step) throws SQLException {
        MonthWindow window = MonthWindow.of(month, settings.current().zone());
        AttemptPricer pricer = new AttemptPricer(at.table());
        RerateTally tally = new RerateTally();
        long skipped = 0;
        Place place = Place.before(window.to());
        while (true) {
            List<PricedAttempt> page = table.page(window.from(), place, PAGE);
            List<Change> changes = new ArrayList<>();
            for (PricedAttempt attempt : page) {
                if (!attempt.settled()) {
                    continue;
                }
                Optional<Priced> after = pricer.price(attempt);
                if (after.map(priced -> priced.cost().nanos()).equals(attempt.cost())) {
                    tally.add(attempt, attempt.cost());
                } else {
                    changes.add(new Change(attempt, after));
                }
            }
            List<Change> done = changes.isEmpty() ? changes : step.take(changes);
            done.forEach(change -> tally.add(
                    change.attempt(), change.after().map(priced -> priced.cost().nanos())));
            skipped += changes.size() - done.size();
            if (page.size() < PAGE) {
                return new Report(month, applied, at.fingerprint(), skipped, tally.totals(), tally.models());
            }
            place = Place.of(page.get(page.size() - 1));
        }
    }
}
