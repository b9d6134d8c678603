package erp.assistant.impl.ledger;

import java.lang.System.Logger.Level;

/**
 * Settles what a crash left open: attempts at the cost that was reserved for them, which is never below the true one, and
 * answers as failed. Runs at the start and then periodically; several servers may sweep at once.
 */
final class Sweeper implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    /** Small, so that a sweep after a long outage holds neither much memory nor a long lock. */
    static final int BATCH = 200;

    private final Ledger ledger;

    Sweeper(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            int attempts = 0;
            int answers = 0;
            int seen;
            do {
                seen = ledger.sweepAttempts(BATCH);
                attempts += seen;
            } while (seen == BATCH);
            do {
                seen = ledger.sweepAnswers(BATCH);
                answers += seen;
            } while (seen == BATCH);
            if (attempts + answers > 0) {
                LOG.log(
                        Level.WARNING,
                        "{0} attempts and {1} answers were left open by a crash and are settled",
                        attempts,
                        answers);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "rows left open by a crash could not be settled; tried again later", e);
        }
    }
}
