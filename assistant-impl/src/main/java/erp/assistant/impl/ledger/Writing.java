package erp.assistant.impl.ledger;

import erp.assistant.impl.sql.Sql.Work;
import erp.assistant.impl.sql.Statements;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One thread's work in a {@link GroupCommit}, and what became of it. */
final class Writing<T> {

    private enum State {
        WAITING,
        LEADING,
        DONE
    }

    private final Work<T> work;
    private final Thread thread = Thread.currentThread();
    private volatile State state = State.WAITING;
    private boolean committed;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Writing(Work<T> work) {
        this.work = work;
    }

    void run(Statements statements) throws SQLException {
        result = work.with(statements);
    }

    void committed() {
        committed = true;
    }

    /** Changes nothing if the work is committed: what fails afterwards is not its failure. */
    void failed(Throwable cause) {
        if (!committed) {
            failure = cause;
        }
    }

    /** The group has been written; what was told before is seen by the waiting thread. */
    void done() {
        tell(State.DONE);
    }

    /** It is this one's turn to write for all who wait. */
    void lead() {
        tell(State.LEADING);
    }

    private void tell(State now) {
        state = now;
        if (thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits until another has written this work, false, or it is its own turn to write, true. */
    boolean awaitTurn() {
        boolean interrupted = false;
        while (state == State.WAITING) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            thread.interrupt();
        }
        return state == State.LEADING;
    }

    /** To be asked once the work is done. */
    @SuppressWarnings("NullAway") // A work that returns null has a T that may be null.
    T result() throws SQLException {
        if (failure instanceof SQLException e) {
            // Each has its own: many threads would otherwise add their trace to one.
            throw new SQLException(e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        return result;
    }
}
