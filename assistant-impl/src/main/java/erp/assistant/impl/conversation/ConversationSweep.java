package erp.assistant.impl.conversation;

import erp.assistant.impl.config.SettingsSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/**
 * Removes what was said longer ago than it is kept, in batches, so that memory and locks are bounded; several servers may sweep at
 * once. What is too old is not shown before that either.
 */
@Singleton
public final class ConversationSweep implements Runnable {

    private static final System.Logger LOG = System.getLogger("erp.assistant.conversation");

    private final ConversationTable table;
    private final SettingsSource settings;
    private final Clock clock;

    @Inject
    public ConversationSweep(ConversationTable table, SettingsSource settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** Never throws, since a scheduled task that does is not run again. */
    @Override
    public void run() {
        try {
            Instant until =
                    clock.instant().minus(settings.current().remembering().retention());
            boolean more;
            do {
                more = table.removeBatch(until);
            } while (more);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.ERROR, "old conversations could not be removed; tried again later", e);
        }
    }
}
