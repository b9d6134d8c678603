package erp.assistant.impl.ledger;

import java.lang.System.Logger.Level;

/** Writes periodically that this server lives. */
final class Beat implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.ledger");

    private final Ledger ledger;
    private final String place;

    /** @param place as it was told to {@link Ledger#arrive} */
    Beat(Ledger ledger, String place) {
        this.ledger = ledger;
        this.place = place;
    }

    /** Never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            ledger.beat(place);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "other servers may take this one for dead", e);
        }
    }
}
