package erp.assistant.impl.resilience;

/** The limits that {@link PrimaryModel} and {@link BackupModel} share, before an admin sets others. */
final class Limits {

    static final int OPEN_STREAMS = 2_000;

    /** Each stream waits for a moment until a thread begins it, however many may be open: with 1, one in a hundred is turned away. */
    static final int WAITING_STREAMS = 200;

    /** How many ends the breaker looks back on. */
    static final int BREAKER_WINDOW = 10;

    static final double BREAKER_RATIO = 0.5;
    static final int BREAKER_SECONDS = 10;
    static final int BREAKER_SUCCESSES = 2;
    static final int RETRIES = 1;
    static final int RETRY_MILLIS = 250;
    static final int RETRY_JITTER_MILLIS = 150;

    /** The backstop above the longest deadline. */
    static final int STREAM_MINUTES = 16;

    private Limits() {}
}
