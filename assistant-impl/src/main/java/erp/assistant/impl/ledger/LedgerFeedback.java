package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.report.FeedbackBook;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/** The ratings beside the answers' rows. Blocks on the database; safe for use by several servers on one database. */
public final class LedgerFeedback implements FeedbackBook {

    private static final String REPLACE = """
            UPDATE feedback SET rating = ?, reason = ?, rated_at = ?
            WHERE call_id = ? AND EXISTS (
              SELECT 1 FROM answer WHERE answer.call_id = feedback.call_id AND answer.asker = ?)""";

    private static final String INSERT = """
            INSERT INTO feedback (rating, reason, rated_at, call_id)
            SELECT CAST(? AS varchar), CAST(? AS varchar), CAST(? AS timestamp(6) with time zone), call_id
            FROM answer WHERE call_id = ? AND asker = ?""";

    /** SQLSTATE of a row that is there already; H2 and PostgreSQL say the same. */
    private final Database database;

    private final Clock clock;

    /** Over a database whose tables {@link Schema} has made. */
    public LedgerFeedback(DataSource dataSource, Clock clock) {
        this.database = new Database(dataSource);
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws LedgerException if the database fails
     */
    @Override
    public boolean rate(String answerId, String user, Rating rating, String reason) {
        if (reason.length() > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException("reason must have at most " + MAX_REASON_LENGTH + " characters");
        }
        UUID call;
        try {
            call = UUID.fromString(answerId);
        } catch (IllegalArgumentException e) {
            return false;
        }
        try {
            return write(call, user, rating, reason);
        } catch (SQLException e) {
            throw new LedgerException("the rating of answer " + call + " could not be recorded", e);
        }
    }

    private boolean write(UUID call, String user, Rating rating, String reason) throws SQLException {
        Instant now = clock.instant();
        if (execute(REPLACE, call, user, rating, reason, now)) {
            return true;
        }
        try {
            return execute(INSERT, call, user, rating, reason, now);
        } catch (SQLException e) {
            if (!Sql.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            // Two clicks at once: the other was first.
            return execute(REPLACE, call, user, rating, reason, now);
        }
    }

    private boolean execute(String sql, UUID call, String user, Rating rating, String reason, Instant at)
            throws SQLException {
        String word = rating.name().toLowerCase(Locale.ROOT);
        return database.update(sql, word, new Statements.Whole(reason), at, call, user) == 1;
    }
}
