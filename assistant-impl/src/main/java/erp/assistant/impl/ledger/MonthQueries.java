package erp.assistant.impl.ledger;

import erp.assistant.report.MonthlyMetrics.Percentiles;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that add up a month by one dimension, in the database. */
final class MonthQueries {

    /**
     * Nearest rank: the smallest value that at least p percent of the values do not exceed, that is the one at rank
     * ceil(n p / 100). Counted here, since {@code percentile_disc} of H2 takes another rank (the 10th instead of the 11th of 11
     * for 95 percent).
     */
    private static final String PERCENTILES = """
            SELECT slice, MAX(n) AS n,
              MAX(CASE WHEN rank_no = (n * 50 + 99) / 100 THEN millis END) AS p50,
              MAX(CASE WHEN rank_no = (n * 95 + 99) / 100 THEN millis END) AS p95,
              MAX(CASE WHEN rank_no = (n * 99 + 99) / 100 THEN millis END) AS p99
            FROM (
              SELECT slice, millis, ROW_NUMBER() OVER (PARTITION BY slice ORDER BY millis) AS rank_no,
                COUNT(*) OVER (PARTITION BY slice) AS n
              FROM (SELECT %s AS slice, %s AS millis FROM answer %s WHERE asked_at >= ? AND asked_at < ? AND %s) parts
            ) ranked
            GROUP BY slice""";

    private static final String FIRST_RESPONSE = "first_millis IS NOT NULL";
    private static final String FULL_GENERATION =
            "total_millis IS NOT NULL AND outcome IN ('end', 'length', 'refusal')";

    private final Database database;
    private final MonthWindow window;
    private final Currency currency;

    MonthQueries(Database database, MonthWindow window, Currency currency) {
        this.database = database;
        this.window = window;
        this.currency = currency;
    }

    /** The slices, sorted by key. */
    SortedMap<String, SliceTally> tally(Dimension dimension) throws SQLException {
        SortedMap<String, SliceTally> slices = new TreeMap<>();
        addAttempts(dimension, slices);
        addAnswers(dimension, slices);
        percentiles(dimension, "first_millis", FIRST_RESPONSE)
                .forEach(part -> slice(slices, part.key()).firstResponse(part.percentiles()));
        percentiles(dimension, "total_millis", FULL_GENERATION)
                .forEach(part -> slice(slices, part.key()).fullGeneration(part.percentiles()));
        return slices;
    }

    private SliceTally slice(SortedMap<String, SliceTally> slices, String key) {
        return slices.computeIfAbsent(key, any -> new SliceTally(currency));
    }

    private void addAttempts(Dimension dimension, SortedMap<String, SliceTally> slices) throws SQLException {
        database.query(
                """
                SELECT slice, outcome, in_stream, currency, COUNT(*) AS n, COUNT(cost_nanos) AS priced,
                  SUM(cost_nanos) AS nanos
                FROM (SELECT %s AS slice, outcome, in_stream, currency, cost_nanos FROM attempt %s
                  WHERE sent_at >= ? AND sent_at < ?) parts
                GROUP BY slice, outcome, in_stream, currency""".formatted(dimension.ofAttempt(), days(dimension, "sent_at")),
                row -> {
                    BigDecimal nanos = row.getBigDecimal("nanos");
                    slice(slices, row.getString("slice"))
                            .addAttempts(
                                    Database.text(row, "outcome"),
                                    row.getBoolean("in_stream"),
                                    row.getString("currency"),
                                    row.getLong("n"),
                                    row.getLong("priced"),
                                    nanos == null ? 0 : nanos.longValueExact());
                    return "";
                },
                values(dimension));
    }

    private void addAnswers(Dimension dimension, SortedMap<String, SliceTally> slices) throws SQLException {
        database.query(
                """
                SELECT slice, outcome, COUNT(*) AS n
                FROM (SELECT %s AS slice, outcome FROM answer %s WHERE asked_at >= ? AND asked_at < ?) parts
                GROUP BY slice, outcome""".formatted(dimension.ofAnswer(), days(dimension, "asked_at")),
                row -> {
                    slice(slices, row.getString("slice")).addAnswers(Database.text(row, "outcome"), row.getLong("n"));
                    return "";
                },
                values(dimension));
    }

    private record Part(String key, Percentiles percentiles) {}

    private List<Part> percentiles(Dimension dimension, String column, String condition) throws SQLException {
        return database.query(
                PERCENTILES.formatted(dimension.ofAnswer(), column, days(dimension, "asked_at"), condition),
                row -> new Part(
                        row.getString("slice"),
                        new Percentiles(row.getLong("n"), row.getLong("p50"), row.getLong("p95"), row.getLong("p99"))),
                values(dimension));
    }

    /** Days as a table: the databases differ in how they turn an instant into a day of a zone. */
    private String days(Dimension dimension, String column) {
        if (dimension != Dimension.DAY) {
            return "";
        }
        String rows = window.days()
                .map(day -> "(CAST(? AS varchar), CAST(? AS timestamp(6) with time zone),"
                        + " CAST(? AS timestamp(6) with time zone))")
                .collect(Collectors.joining(", "));
        return "JOIN (VALUES %s) AS days (day_key, day_from, day_to) ON %s >= day_from AND %s < day_to"
                .formatted(rows, column, column);
    }

    private @Nullable Object[] values(Dimension dimension) {
        List<Object> values = new ArrayList<>();
        if (dimension == Dimension.DAY) {
            for (LocalDate day : window.days().toList()) {
                values.add(day.toString());
                values.add(window.dayFrom(day));
                values.add(window.dayTo(day));
            }
        }
        values.add(window.from());
        values.add(window.to());
        return values.toArray();
    }
}
