package erp.assistant.impl.ledger;

import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.Statements;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Removes attempts and answers, with their settlements, feedback and names of what was sent, when the time that the company keeps them has passed. Their
 * sums stay: nobody is named in them.
 *
 * <p>Works in the {@link QuietHours}, in transactions of {@value #BATCH} rows in the order of their
 * keys, so that memory and locks are bounded and several servers do not block each other. Removes nothing whose sums are not
 * closed. Safe to repeat after a crash.
 */
final class Retention implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    static final int BATCH = 500;

    private final Database database;
    private final SettingsSource settings;
    private final Clock clock;
    private final QuietHours quiet;

    Retention(DataSource dataSource, SettingsSource settings, Clock clock) {
        this.database = new Database(dataSource);
        this.settings = settings;
        this.clock = clock;
        this.quiet = new QuietHours(settings, clock);
    }

    /** Never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            Settings now = settings.current();
            if (now.ledgerRetention().isEmpty() || !quiet.now()) {
                return;
            }
            Optional<Instant> until = seal(ZonedDateTime.now(clock.withZone(now.zone()))
                    .toLocalDate()
                    .minus(now.ledgerRetention().get())
                    .atStartOfDay(now.zone())
                    .toInstant());
            if (until.isPresent()) {
                remove(until.get());
                removeBudgets(YearMonth.from(until.get().atZone(now.zone())));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, "old rows of the ledger could not be removed; tried again later", e);
        }
    }

    /** Closes the sums for good; returns until when, empty if there are none or another is at it. */
    private Optional<Instant> seal(Instant cutoff) throws SQLException {
        return database.transaction(statements -> {
            if (!RollupTable.lock(statements)) {
                return Optional.<Instant>empty();
            }
            RollupTable.seal(statements, cutoff);
            return RollupTable.sealedTo(statements);
        });
    }

    private void remove(Instant until) throws SQLException {
        long removed = 0;
        int batch;
        do {
            batch = database.transaction(statements -> removeAttempts(statements, until));
            removed += batch;
        } while (batch == BATCH && quiet.now());
        do {
            batch = database.transaction(statements -> removeAnswers(statements, until));
            removed += batch;
        } while (batch == BATCH && quiet.now());
        if (batch < BATCH) {
            // A day later than need be, since days are of UTC here.
            LocalDate used = LocalDate.ofInstant(until, ZoneOffset.UTC).minusDays(1);
            database.transaction(statements -> PromptFieldTable.removeUnused(statements, used));
        }
        if (removed > 0) {
            LOG.log(Level.INFO, "{0} rows of the ledger from before {1} are removed", removed, until);
        }
    }

    /** People are named in them, as in no other sum. */
    private void removeBudgets(YearMonth before) throws SQLException {
        int unused = database.update("DELETE FROM budget WHERE month_key < ?", before.toString());
    }

    private static int removeAttempts(Statements statements, Instant until) throws SQLException {
        List<Object[]> keys = statements.query(
                "SELECT call_id, attempt_no FROM attempt WHERE sent_at < ? ORDER BY sent_at FETCH FIRST %d ROWS ONLY"
                        .formatted(BATCH),
                row -> new Object[] {row.getObject("call_id", UUID.class), row.getInt("attempt_no")},
                until);
        List<Object[]> ordered = keys.stream().sorted(Retention::byCall).toList();
        statements.updateAll("DELETE FROM settlement WHERE call_id = ? AND attempt_no = ?", ordered);
        statements.updateAll("DELETE FROM attempt WHERE call_id = ? AND attempt_no = ?", ordered);
        return keys.size();
    }

    private static int removeAnswers(Statements statements, Instant until) throws SQLException {
        List<Object[]> keys = statements.query(
                "SELECT call_id FROM answer WHERE asked_at < ? ORDER BY asked_at FETCH FIRST %d ROWS ONLY"
                        .formatted(BATCH),
                row -> new Object[] {row.getObject("call_id", UUID.class)},
                until);
        // Feedback goes with its answer.
        statements.updateAll(
                "DELETE FROM answer WHERE call_id = ?",
                keys.stream().sorted(Retention::byCall).toList());
        return keys.size();
    }

    private static int byCall(Object[] one, Object[] other) {
        return ((UUID) one[0]).compareTo((UUID) other[0]);
    }
}
