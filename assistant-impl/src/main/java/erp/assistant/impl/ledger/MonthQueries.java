package erp.assistant.impl.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** Adds up a month: its closed spans from their sums, and what is not closed yet, at most an hour or so, from the rows. */
final class MonthQueries {

    /** A change between two statements is seen and read again; changes come once an hour, and a reading takes a moment. */
    private static final int TRIES = 5;

    private final Database database;
    private final MonthWindow window;
    private final Currency currency;

    MonthQueries(Database database, MonthWindow window, Currency currency) {
        this.database = database;
        this.window = window;
        this.currency = currency;
    }

    MonthTallies tallies() throws SQLException {
        return database.transaction(statements -> {
            for (int i = 1; ; i++) {
                long version = RollupTable.version(statements);
                MonthTallies tallies = read(statements);
                if (version == RollupTable.version(statements)) {
                    return tallies;
                }
                if (i == TRIES) {
                    throw new SQLException("the sums of " + window.month() + " kept changing while they were read");
                }
            }
        });
    }

    private MonthTallies read(Statements statements) throws SQLException {
        MonthTallies tallies = new MonthTallies(currency);
        YearMonth month = window.month();
        RollupTable.read(
                statements, month.atDay(1).toString(), month.atEndOfMonth().toString(), tallies);
        Instant closedTo = RollupTable.closedTo(statements).orElse(window.from());
        Instant from = closedTo.isAfter(window.from()) ? closedTo : window.from();
        if (from.isBefore(window.to())) {
            Map<LocalDate, Sums> days = new HashMap<>();
            RawRows.read(
                    statements,
                    from,
                    window.to(),
                    at -> days.computeIfAbsent(at.atZone(window.zone()).toLocalDate(), any -> new Sums()));
            days.forEach((day, sums) -> tallies.add(day.toString(), sums));
        }
        return tallies;
    }
}
