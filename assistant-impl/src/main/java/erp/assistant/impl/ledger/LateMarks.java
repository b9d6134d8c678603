package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The table {@code rollup_late}: rows that were settled so long after they began that their span may have been added up.
 *
 * <p>A mark is written in the transaction that settles the row, so that it is seen no earlier than the row. Marks are only
 * added, by many at once, and removed by whoever holds the lock of the roll-ups.
 */
final class LateMarks {

    /** Rows younger than this are in no closed span: a span is closed {@link Rollup#REST} after its end at the earliest. */
    static final Duration LATE = Duration.ofMinutes(2);

    private static final int BATCH = 500;

    /**
     * A mark.
     *
     * @param at when the row began
     */
    record Mark(UUID id, Instant at) {}

    private LateMarks() {}

    /** Whether a row that began then and is settled now may need a mark. */
    static boolean late(Instant began, Instant now) {
        return began.isBefore(now.minus(LATE));
    }

    static void attempt(Statements statements, AttemptId id, Instant now) throws SQLException {
        statements.update("""
                INSERT INTO rollup_late (mark, row_at) SELECT CAST(? AS uuid), sent_at FROM attempt
                WHERE call_id = ? AND attempt_no = ? AND sent_at < ?""", UUID.randomUUID(), id.call(), id.number(), now.minus(LATE));
    }

    static void answer(Statements statements, UUID call, Instant now) throws SQLException {
        statements.update("""
                INSERT INTO rollup_late (mark, row_at) SELECT CAST(? AS uuid), asked_at FROM answer
                WHERE call_id = ? AND asked_at < ?""", UUID.randomUUID(), call, now.minus(LATE));
    }

    /** A bounded number of marks, the oldest rows first. */
    static List<Mark> some(Statements statements) throws SQLException {
        return statements.query(
                "SELECT mark, row_at FROM rollup_late ORDER BY row_at, mark FETCH FIRST %d ROWS ONLY".formatted(BATCH),
                row -> new Mark(row.getObject("mark", UUID.class), Sql.instant(row, "row_at")));
    }

    static void remove(Statements statements, List<Mark> marks) throws SQLException {
        statements.updateAll(
                "DELETE FROM rollup_late WHERE mark = ?",
                marks.stream().map(mark -> new Object[] {mark.id()}).toList());
    }
}
