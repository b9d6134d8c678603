package erp.assistant.impl.ledger;

import erp.assistant.impl.config.BudgetScope;
import erp.assistant.impl.sql.Sql;
import erp.assistant.report.EvaluationRuns;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of the table {@code budget}: how they are made, read and marked. What they hold is {@link BudgetCharges}'. */
final class BudgetTable {

    /** Calls that are open, and those whose cost is not known, count with their upper bound. */
    private static final String INSERT = """
            INSERT INTO budget (month_key, currency, scope, name, spent_nanos, reserved_nanos, warned)
            SELECT CAST(? AS varchar), CAST(? AS varchar), CAST(? AS varchar), CAST(? AS varchar),
              CAST(COALESCE(SUM(COALESCE(cost_nanos, reserved_nanos, 0)), 0) AS bigint), 0, 0
            FROM attempt WHERE sent_at >= ? AND sent_at < ? AND currency = ? AND\s""";

    /**
     * A budget as the database has it.
     *
     * @param warned the highest percentage that was told of, or 0
     */
    record Row(BudgetKey key, long spent, long reserved, int warned) {
        /** Whether so many percent of a limit are spent; never of nothing. */
        boolean reaches(int percent, long limit) {
            return spent > 0
                    && BigInteger.valueOf(spent)
                                    .multiply(BigInteger.valueOf(100))
                                    .compareTo(BigInteger.valueOf(limit).multiply(BigInteger.valueOf(percent)))
                            >= 0;
        }
    }

    private final Database database;

    BudgetTable(Database database) {
        this.database = database;
    }

    /** All rows of a month. */
    List<Row> rows(String month, Currency currency) throws SQLException {
        return database.query(
                """
                SELECT scope, name, spent_nanos, reserved_nanos, warned FROM budget
                WHERE month_key = ? AND currency = ? ORDER BY scope, name""",
                row -> new Row(
                        new BudgetKey(
                                BudgetScope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                                row.getString("name")),
                        row.getLong("spent_nanos"),
                        row.getLong("reserved_nanos"),
                        row.getInt("warned")),
                month,
                currency.getCurrencyCode());
    }

    /** Makes the rows that are not there yet, each with what the ledger has for it; returns whether there was one to make. */
    boolean make(Claims claims) throws SQLException {
        Set<BudgetKey> there = new HashSet<>();
        for (BudgetKey key : claims.limits().keySet()) {
            there.addAll(database.query(
                    "SELECT 1 FROM budget WHERE month_key = ? AND currency = ? AND scope = ? AND name = ?",
                    row -> key,
                    claims.month().toString(),
                    claims.currency().getCurrencyCode(),
                    key.scope().word(),
                    key.name()));
        }
        return make(claims, there);
    }

    /** The same by somebody who knows the rows that are there. */
    boolean make(Claims claims, Set<BudgetKey> there) throws SQLException {
        boolean any = false;
        for (BudgetKey key : claims.limits().keySet()) {
            if (!there.contains(key)) {
                any = true;
                make(claims, key);
            }
        }
        return any;
    }

    private void make(Claims claims, BudgetKey key) throws SQLException {
        MonthWindow window = MonthWindow.of(claims.month(), claims.zone());
        String currency = claims.currency().getCurrencyCode();
        List<Object> values = new ArrayList<>(List.of(
                claims.month().toString(),
                currency,
                key.scope().word(),
                key.name(),
                window.from(),
                window.to(),
                currency));
        values.addAll(names(key).toList());
        try {
            database.update(INSERT + condition(key), values.toArray());
        } catch (SQLException e) {
            // Another request or server was faster.
            if (!Sql.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String condition(BudgetKey key) {
        if (key.equals(BudgetKey.EVALUATION)) {
            return "action_id = ?";
        }
        String notEvaluated = " AND action_id <> '" + EvaluationRuns.ACTION + "'";
        return switch (key.scope()) {
            case COMPANY -> "1 = 1";
            case ORGANISATION -> "organisation = ?" + notEvaluated;
            case USER -> "asker = ?" + notEvaluated;
            case CAPABILITY -> "(record_type = ? OR record_type || '.' || action_id = ?)" + notEvaluated;
            // The ledger has no departments: such a budget counts from when it is set.
            case DEPARTMENT -> "1 = 0";
        };
    }

    private static Stream<String> names(BudgetKey key) {
        if (key.equals(BudgetKey.EVALUATION)) {
            return Stream.of(key.name());
        }
        return switch (key.scope()) {
            case COMPANY, DEPARTMENT -> Stream.empty();
            case ORGANISATION, USER -> Stream.of(key.name());
            case CAPABILITY -> Stream.of(key.name(), key.name());
        };
    }

    /** Marks that a percentage was told of; false if somebody else has marked the row meanwhile. */
    boolean warned(String month, Currency currency, Row before, int percent) throws SQLException {
        return database.update(
                        """
                        UPDATE budget SET warned = ?
                        WHERE month_key = ? AND currency = ? AND scope = ? AND name = ? AND warned = ?""",
                        percent,
                        month,
                        currency.getCurrencyCode(),
                        before.key().scope().word(),
                        before.key().name(),
                        before.warned())
                == 1;
    }
}
