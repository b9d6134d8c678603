package erp.assistant.impl.ledger;

import java.sql.SQLException;
import java.util.UUID;

/**
 * The table {@code server_run}: which servers live. Time is the database's, so that clocks of servers that differ do no harm.
 *
 * <p>A server that is taken for dead and is not shows itself with its next beat; what was settled for it in between is corrected
 * when it settles.
 */
final class ServerRuns {

    /** Silent for so long, a server is dead: the beat is every 5 s. */
    static final String SILENT = "beat_at < CURRENT_TIMESTAMP - INTERVAL '30' SECOND";

    private static final String INSERT =
            "INSERT INTO server_run (run, place, started_at, beat_at) VALUES (?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)";

    private final Database database;

    ServerRuns(Database database) {
        this.database = database;
    }

    /** Writes that a run begins, and that earlier ones at the same place have ended. */
    void arrive(UUID run, String place) throws SQLException {
        database.transaction(statements -> {
            statements.update(
                    "UPDATE server_run SET beat_at = CURRENT_TIMESTAMP - INTERVAL '1' DAY WHERE place = ? AND run <> ?"
                            + " AND beat_at > CURRENT_TIMESTAMP - INTERVAL '1' DAY",
                    place,
                    run);
            // Nothing of theirs is open any more; rows of a run that is not known wait for their lease.
            statements.update("DELETE FROM server_run WHERE beat_at < CURRENT_TIMESTAMP - INTERVAL '30' DAY");
            return statements.update(INSERT, run, place);
        });
    }

    /** Writes that a run is alive. */
    void beat(UUID run, String place) throws SQLException {
        if (database.update("UPDATE server_run SET beat_at = CURRENT_TIMESTAMP WHERE run = ?", run) == 0) {
            database.update(INSERT, run, place);
        }
    }
}
