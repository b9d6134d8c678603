package erp.assistant.impl.provider;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whether this process was seen to be behind a moment ago, so that it cannot tell who is late. Safe for use by many threads.
 *
 * <p>It was behind if a connection took longer than connections are given: the HTTP client's thread, which ends such attempts, had
 * no time to. So much it may be behind with reading too, for as long again.
 */
final class OwnDelay {

    private final Duration connectTimeout;
    private final LongSupplier nanoTime;
    private final AtomicLong until;

    OwnDelay(Duration connectTimeout, LongSupplier nanoTime) {
        this.connectTimeout = connectTimeout;
        this.nanoTime = nanoTime;
        this.until = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Takes note of how long a connection took, or its giving up.
     *
     * @return whether it should have been given up so long before that this process was behind
     */
    boolean connecting(Duration took) {
        boolean behind = took.compareTo(connectTimeout.multipliedBy(2)) > 0;
        if (behind) {
            long end = nanoTime.getAsLong() + took.toNanos();
            until.accumulateAndGet(end, (one, other) -> one - other > 0 ? one : other);
        }
        return behind;
    }

    boolean lasts() {
        return until.get() - nanoTime.getAsLong() > 0;
    }
}
