package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Sql.Work;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Commits what many threads write at the same moment together: whoever comes while a transaction is under way waits, and one of
 * those who wait writes for all of them.
 *
 * <p>A work is committed when {@link #write} returns, as if it had been alone. If one of a group fails, the group is rolled back
 * and each is done again in a transaction of its own, so that none fails for another; a work must bear being done again. Where
 * the connection cannot be had, or the commit itself fails, all of the group fail. One thread alone pays for no hand-over. Safe
 * for use by many threads.
 */
final class GroupCommit {

    /** So that nobody waits for a transaction without end. */
    static final int MOST = 64;

    private final Database database;
    private final Deque<Writing<?>> waiting = new ArrayDeque<>();
    private boolean writing;

    GroupCommit(Database database) {
        this.database = database;
    }

    /** Does the work and returns when it is committed; an interrupt does not end the wait, which is short. */
    <T> T write(Work<T> work) throws SQLException {
        Writing<T> own = new Writing<>(work);
        synchronized (this) {
            waiting.add(own);
            if (!writing) {
                writing = true;
                own.lead();
            }
        }
        if (own.awaitTurn()) {
            try {
                writeFor(group());
            } finally {
                handOver();
            }
        }
        return own.result();
    }

    /** How many wait for the transaction that is under way. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized List<Writing<?>> group() {
        List<Writing<?>> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < MOST) {
            group.add(waiting.remove());
        }
        return group;
    }

    /** Makes the first of those who have come meanwhile write for the others. */
    private synchronized void handOver() {
        Writing<?> next = waiting.peek();
        if (next == null) {
            writing = false;
        } else {
            next.lead();
        }
    }

    private void writeFor(List<Writing<?>> group) {
        try {
            database.session(session -> {
                if (!together(session, group)) {
                    for (Writing<?> each : group) {
                        alone(session, each);
                    }
                }
            });
        } catch (SQLException | RuntimeException | Error e) {
            group.forEach(each -> each.failed(e));
        }
        group.forEach(Writing::done);
    }

    /** False if one of them failed, or if there is only one, for which nothing is gained. */
    private static boolean together(Sql.Session session, List<Writing<?>> group) throws SQLException {
        if (group.size() == 1) {
            return false;
        }
        try {
            for (Writing<?> each : group) {
                each.run(session.statements());
            }
        } catch (SQLException | RuntimeException e) {
            session.rollback(e);
            return false;
        }
        session.commit();
        group.forEach(Writing::committed);
        return true;
    }

    private static void alone(Sql.Session session, Writing<?> writing) {
        try {
            writing.run(session.statements());
            session.commit();
            writing.committed();
        } catch (SQLException | RuntimeException e) {
            session.rollback(e);
            writing.failed(e);
        }
    }
}
