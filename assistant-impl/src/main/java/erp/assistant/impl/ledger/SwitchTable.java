package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.report.Switches.Change;
import erp.assistant.report.Switches.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The statements of the table {@code switch_change}. Blocks on the database; safe for use by several servers on one database. */
public final class SwitchTable {

    private static final String LATEST = """
            SELECT * FROM switch_change WHERE change_no IN (SELECT MAX(change_no) FROM switch_change GROUP BY kind, name)""";

    private static final String INSERT = """
            INSERT INTO switch_change (kind, name, is_off, changed_by, changed_at, reason) VALUES (?, ?, ?, ?, ?, ?)""";

    /** A prepared question that somebody has pressed lately. */
    private static final String ASKED = """
            SELECT DISTINCT record_type, action_id FROM (
              SELECT record_type, action_id FROM answer ORDER BY asked_at DESC FETCH FIRST 2000 ROWS ONLY) lately
            WHERE action_id <> '' ORDER BY record_type, action_id""";

    private final Database database;

    /** Over a database whose tables {@link Schema} has made. */
    public SwitchTable(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /**
     * The state of each switch that was ever touched.
     *
     * @throws LedgerException if the database fails
     */
    public List<Change> latest() {
        return query(LATEST);
    }

    /**
     * The latest changes, newest first.
     *
     * @throws LedgerException if the database fails
     */
    public List<Change> newestFirst(int limit) {
        return query("SELECT * FROM switch_change ORDER BY change_no DESC FETCH FIRST %d ROWS ONLY".formatted(limit));
    }

    /**
     * Adds a change.
     *
     * @throws LedgerException if the database fails
     */
    public void add(Change change) {
        try {
            database.update(
                    INSERT,
                    word(change.kind()),
                    change.name(),
                    change.off(),
                    change.by(),
                    change.at(),
                    change.reason());
        } catch (SQLException e) {
            throw new LedgerException("the switch could not be changed", e);
        }
    }

    /**
     * The prepared questions that were asked lately, as names of switches.
     *
     * @throws LedgerException if the database fails
     */
    public List<String> askedLately() {
        try {
            return database.query(ASKED, row -> row.getString("record_type") + "." + row.getString("action_id"));
        } catch (SQLException e) {
            throw new LedgerException("the prepared questions could not be read", e);
        }
    }

    private List<Change> query(String sql) {
        try {
            return database.query(sql, SwitchTable::change);
        } catch (SQLException e) {
            throw new LedgerException("the switches could not be read", e);
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getBoolean("is_off"),
                row.getString("changed_by"),
                Sql.instant(row, "changed_at"),
                row.getString("reason"));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
