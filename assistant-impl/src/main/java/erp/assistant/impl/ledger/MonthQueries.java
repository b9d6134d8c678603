package erp.assistant.impl.ledger;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

    /** The month by one dimension at a time. */
    MonthTallies tallies() throws SQLException {
        return read(RollupTable.Part.DIMENSIONS, () -> new MonthTallies(currency));
    }

    /** One slice of the month, by day. */
    DayTallies tallies(Dimension dimension, String slice) throws SQLException {
        return read(RollupTable.Part.DIMENSIONS, () -> DayTallies.of(currency, dimension, slice));
    }

    /**
     * What a filter of several dimensions lets through, by day.
     *
     * @throws AssistantException if that cannot be told of all of the month
     */
    DayTallies tallies(Filter filter) throws SQLException {
        return read(RollupTable.Part.of(filter), () -> DayTallies.of(currency, filter));
    }

    /** The month in detail. */
    ReportLines lines() throws SQLException {
        return read(RollupTable.Part.DETAIL, () -> new ReportLines(currency));
    }

    private <V extends RollupTable.Visitor> V read(RollupTable.Part part, Supplier<V> empty) throws SQLException {
        return database.transaction(statements -> {
            for (int i = 1; ; i++) {
                long version = RollupTable.version(statements);
                V month = empty.get();
                read(statements, part, month);
                if (version == RollupTable.version(statements)) {
                    return month;
                }
                if (i == TRIES) {
                    throw new SQLException("the sums of " + window.month() + " kept changing while they were read");
                }
            }
        });
    }

    /** A sum without some of its days would be a wrong one. */
    private static void requireCombinations(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new AssistantException(Problem.of(
                    Problem.Code.QUESTION_INVALID,
                    "Filters cannot be combined in this month: of " + missing.get(0)
                            + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : "")
                            + " the sums by combination are not known, since its calls were added up before version 27 of the tables"
                            + " and have been removed, or since it has more than " + Sums.MOST_COMBINATIONS
                            + " combinations. Use one filter at a time."));
        }
    }

    private void read(Statements statements, RollupTable.Part part, RollupTable.Visitor visitor) throws SQLException {
        YearMonth month = window.month();
        String firstDay = month.atDay(1).toString();
        String lastDay = month.atEndOfMonth().toString();
        if (part.dimensions().contains(Dimension.COMBINATION)) {
            requireCombinations(RollupTable.notCombined(statements, firstDay, lastDay));
        }
        RollupTable.read(statements, firstDay, lastDay, part, visitor);
        Instant closedTo = RollupTable.closedTo(statements).orElse(window.from());
        Instant from = closedTo.isAfter(window.from()) ? closedTo : window.from();
        if (from.isBefore(window.to())) {
            Map<LocalDate, Sums> days = new HashMap<>();
            RawRows.read(
                    statements,
                    from,
                    window.to(),
                    at -> days.computeIfAbsent(at.atZone(window.zone()).toLocalDate(), any -> new Sums()));
            days.forEach((day, sums) -> sums.visit(day.toString(), visitor));
        }
    }
}
