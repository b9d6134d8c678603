package erp.assistant.impl.provider;

import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.Timeouts;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The time budgets of one stream: first content, idle between content, total. Safe for use by many threads.
 *
 * <p>One timer serves them all: content only notes the moment, and the timer finds out when it fires how much is left. While a
 * slow reader holds the provider back, first content and idle rest, for the silence is not the provider's.
 */
final class Budgets {

    private static final Duration MOST = Duration.ofDays(1);

    private final Timers timers;
    private final Consumer<Kind> expired;
    private final long idleNanos;
    private final long totalDue;

    private long contentDue;
    private boolean content;
    private boolean graced;
    private boolean readerWaits;
    private long waitingSince;
    private boolean stopped;
    private Runnable disarm = () -> {};

    /**
     * Starts nothing yet.
     *
     * @param total what is left until the deadline
     * @param expired called on the timers' thread, or on the thread that starts if nothing is left; at most once
     */
    Budgets(Timers timers, Timeouts timeouts, Duration total, Consumer<Kind> expired) {
        this.timers = timers;
        this.expired = expired;
        this.idleNanos = nanos(timeouts.idle());
        long now = System.nanoTime();
        this.contentDue = now + nanos(timeouts.firstContent());
        this.totalDue = now + nanos(total);
    }

    void start() {
        Kind due = arm();
        if (due != null) {
            expired.accept(due);
        }
    }

    synchronized void contentArrived() {
        if (graced) {
            return;
        }
        contentDue = System.nanoTime() + idleNanos;
        if (!content) {
            content = true;
            // The idle budget may be shorter than what the timer is set to.
            rearm();
        }
    }

    synchronized void readerWaits() {
        readerWaits = true;
        waitingSince = System.nanoTime();
    }

    synchronized void readerGoesOn() {
        if (readerWaits) {
            readerWaits = false;
            contentDue += System.nanoTime() - waitingSince;
        }
    }

    /** The answer is whole; what belongs to it but is not content may take so much longer. */
    synchronized void onlyFor(Duration grace) {
        graced = true;
        contentDue = System.nanoTime() + grace.toNanos();
        rearm();
    }

    synchronized void stop() {
        stopped = true;
        disarm.run();
    }

    /** Sets the timer to what is left, or returns what has expired. */
    private synchronized @Nullable Kind arm() {
        if (stopped) {
            return null;
        }
        long now = System.nanoTime();
        if (totalDue - now <= 0) {
            stopped = true;
            return Kind.TOTAL_TIMEOUT;
        }
        if (!readerWaits && contentDue - now <= 0) {
            stopped = true;
            return content ? Kind.IDLE_TIMEOUT : Kind.FIRST_CONTENT_TIMEOUT;
        }
        rearm();
        return null;
    }

    private void rearm() {
        if (stopped) {
            return;
        }
        long now = System.nanoTime();
        long left = readerWaits ? Math.max(idleNanos, 1_000_000) : contentDue - now;
        disarm.run();
        disarm = timers.afterNanos(Math.max(0, Math.min(totalDue - now, left)), this::start);
    }

    /** Bounded, so that sums do not overflow. */
    private static long nanos(Duration duration) {
        return duration.compareTo(MOST) > 0 ? MOST.toNanos() : Math.max(0, duration.toNanos());
    }
}
