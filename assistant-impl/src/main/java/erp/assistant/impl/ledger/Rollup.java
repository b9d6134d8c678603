package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Adds up what has passed, so that reports need not: hours of the running day, and whole days once they are over.
 *
 * <p>Each step is one transaction that begins with the roll-ups' lock, reads the rows of a span anew, and puts their sums in place
 * of what was there. A step can therefore be repeated after a crash, and two servers do not disturb each other: the second leaves
 * it to the first. Safe for use by several threads.
 */
final class Rollup implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    /**
     * From the end of a span to its closing. A row that is settled within {@link LateMarks#LATE} after it began leaves no mark, so
     * that the rest is for a transaction that takes long and for servers whose clocks differ.
     */
    static final Duration REST = Duration.ofMinutes(5);

    private enum Step {
        DONE,
        NOTHING_LEFT,
        ANOTHER_IS_AT_IT
    }

    private final Database database;
    private final SettingsSource settings;
    private final Clock clock;

    Rollup(DataSource dataSource, SettingsSource settings, Clock clock) {
        this.database = new Database(dataSource);
        this.settings = settings;
        this.clock = clock;
    }

    /** Never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            while (step() == Step.DONE && !Thread.currentThread().isInterrupted()) {
                // A span a step.
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, "the ledger's sums could not be brought up to date; tried again later", e);
        }
    }

    private Step step() throws SQLException {
        return database.transaction(statements -> {
            if (!RollupTable.lock(statements)) {
                return Step.ANOTHER_IS_AT_IT;
            }
            boolean done = repeatLate(statements) || combine(statements) || closeNext(statements);
            if (done) {
                RollupTable.changed(statements);
            }
            return done ? Step.DONE : Step.NOTHING_LEFT;
        });
    }

    /** Adds up one span again in which rows were settled late. */
    private static boolean repeatLate(Statements statements) throws SQLException {
        List<LateMarks.Mark> marks = LateMarks.some(statements);
        if (marks.isEmpty()) {
            return false;
        }
        Optional<Span> span = RollupTable.open(statements, marks.get(0).at());
        if (span.isEmpty()) {
            // Not closed yet: its rows are read then. Or sealed: there is nothing left to read.
            LateMarks.remove(statements, List.of(marks.get(0)));
            return true;
        }
        Span late = span.get();
        RollupTable.remove(statements, late);
        insert(statements, late);
        // The oldest rows come first, so that no mark of the span is before the first one.
        LateMarks.remove(
                statements,
                marks.stream().filter(mark -> mark.at().isBefore(late.to())).toList());
        return true;
    }

    /** Adds up one span again that an earlier version has added up, also one that still runs beside this one. */
    private static boolean combine(Statements statements) throws SQLException {
        Optional<Span> span = RollupTable.uncombined(statements);
        if (span.isPresent()) {
            RollupTable.remove(statements, span.get());
            insert(statements, span.get());
        }
        return span.isPresent();
    }

    private boolean closeNext(Statements statements) throws SQLException {
        ZoneId zone = settings.current().zone();
        Optional<Instant> closedTo = RollupTable.closedTo(statements);
        if (closedTo.isEmpty()) {
            closedTo = firstRow(statements)
                    .map(at -> at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
        }
        if (closedTo.isEmpty()) {
            return false;
        }
        Optional<Span> next = Span.next(closedTo.get(), clock.instant().minus(REST), zone);
        if (next.isEmpty()) {
            return false;
        }
        insert(statements, next.get().whole() ? withItsParts(statements, next.get()) : next.get());
        return true;
    }

    private static Optional<Instant> firstRow(Statements statements) throws SQLException {
        List<Instant> first = new ArrayList<>();
        for (String sql : List.of(
                "SELECT MIN(sent_at) AS first_at FROM attempt", "SELECT MIN(asked_at) AS first_at FROM answer")) {
            statements
                    .query(sql, row -> Sql.optionalInstant(row, "first_at"))
                    .get(0)
                    .ifPresent(first::add);
        }
        return first.stream().min(Instant::compareTo);
    }

    /** Takes the parts of the day away and the time that they cover in. */
    private static Span withItsParts(Statements statements, Span rest) throws SQLException {
        Span whole = rest;
        List<Span> parts = RollupTable.parts(statements, rest.day());
        for (int i = parts.size() - 1; i >= 0 && parts.get(i).to().equals(whole.from()); i--) {
            RollupTable.remove(statements, parts.get(i));
            whole = whole.from(parts.get(i).from());
        }
        return whole;
    }

    private static void insert(Statements statements, Span span) throws SQLException {
        Sums sums = new Sums();
        RawRows.read(statements, span.from(), span.to(), at -> sums);
        RollupTable.insert(statements, span, sums);
    }
}
