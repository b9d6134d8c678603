package erp.assistant.impl.resilience;

import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import java.time.Duration;

/** The limits that {@link PrimaryModel} and {@link BackupModel} share, before an admin sets others. */
final class Limits {

    static final int OPEN_STREAMS = 2_000;

    /** Each stream waits for a moment until a thread begins it, however many may be open: with 1, one in a hundred is turned away. */
    static final int WAITING_STREAMS = 200;

    static final int RETRIES = 1;
    static final int RETRY_MILLIS = 250;
    static final int RETRY_JITTER_MILLIS = 150;

    /** The backstop above the longest deadline. */
    static final int STREAM_MINUTES = 16;

    /** A provider that asks to wait longer than this is left to the backup. */
    static final Duration WAIT_BEFORE_BACKUP = Duration.ofSeconds(1);

    private Limits() {}

    /** How long a {@code Retry-After} is waited for: where nobody else follows, as long as for a first word. */
    static Duration longestWait(Settings settings, Slot slot) {
        return slot == Slot.PRIMARY && settings.backup().isPresent()
                ? WAIT_BEFORE_BACKUP
                : settings.timeouts().firstContent();
    }
}
