package erp.assistant.impl.provider;

import erp.assistant.chat.ProviderFault.Kind;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time budgets of one stream: first content, idle between content, total. Safe for use by many threads.
 *
 * <p>One timer serves them all: content only notes the moment, and the timer finds out when it fires how much is left.
 *
 * <p>First content and idle measure the provider alone. They rest while a slow reader holds the provider back; they begin when
 * the request leaves, not while it waits for a thread or a connection of ours; and a timer that fires late tells of a process
 * that had no time, whose unread bytes may be the content, so that as much time as it was late is given for reading them.
 */
final class Budgets {

    /** A timer that is later than this is no proof of a provider's silence. */
    static final Duration PUNCTUAL = Duration.ofMillis(100);

    /** One that is later than this found a deadline over of which nobody knows who overran it. */
    private static final Duration STARVED = Duration.ofSeconds(1);

    private static final Duration MOST = Duration.ofDays(1);

    private final Alarm alarm;
    private final LongSupplier nanoTime;
    private final Consumer<Ending> expired;
    private final long firstNanos;
    private final long idleNanos;
    private final long totalDue;

    private long contentDue;
    /** For late timers since the last content; as much as the budget at most. */
    private long given;

    private boolean content;
    private boolean graced;
    private boolean readerWaits;
    private long waitingSince;
    private boolean stopped;
    private Runnable disarm = () -> {};

    /**
     * Starts nothing yet.
     *
     * @param connecting to the leaving of the request, where somebody else limits that too; else zero
     * @param first to the first content
     * @param idle between content
     * @param total what is left until the deadline
     * @param nanoTime the clock that the alarm goes by
     * @param expired called on the alarm's thread, or on the thread that starts if nothing is left; at most once
     */
    Budgets(
            Alarm alarm,
            LongSupplier nanoTime,
            Duration connecting,
            Duration first,
            Duration idle,
            Duration total,
            Consumer<Ending> expired) {
        this.alarm = alarm;
        this.nanoTime = nanoTime;
        this.expired = expired;
        this.firstNanos = nanos(first);
        this.idleNanos = nanos(idle);
        long now = nanoTime.getAsLong();
        this.contentDue = now + nanos(connecting) + firstNanos;
        this.totalDue = now + nanos(total);
    }

    void start() {
        check(nanoTime.getAsLong());
    }

    /** The request leaves: from here on silence is the provider's. */
    synchronized void requestLeaves() {
        if (!content && !graced) {
            contentDue = nanoTime.getAsLong() + firstNanos;
            rearm();
        }
    }

    synchronized void contentArrived() {
        if (graced) {
            return;
        }
        contentDue = nanoTime.getAsLong() + idleNanos;
        given = 0;
        if (!content) {
            content = true;
            // The idle budget may be shorter than what the timer is set to.
            rearm();
        }
    }

    synchronized void readerWaits() {
        readerWaits = true;
        waitingSince = nanoTime.getAsLong();
    }

    synchronized void readerGoesOn() {
        if (readerWaits) {
            readerWaits = false;
            contentDue += nanoTime.getAsLong() - waitingSince;
        }
    }

    /** The answer is whole; what belongs to it but is not content may take so much longer. */
    synchronized void onlyFor(Duration grace) {
        graced = true;
        contentDue = nanoTime.getAsLong() + grace.toNanos();
        rearm();
    }

    synchronized void stop() {
        stopped = true;
        disarm.run();
    }

    /** @param planned when this was to run */
    private void check(long planned) {
        Ending over = arm(planned);
        if (over != null) {
            expired.accept(over);
        }
    }

    /** Sets the timer to what is left, or returns what has expired. */
    private synchronized @Nullable Ending arm(long planned) {
        if (stopped) {
            return null;
        }
        long now = nanoTime.getAsLong();
        long late = now - planned;
        if (totalDue - now <= 0) {
            stopped = true;
            return Ending.expired(Kind.TOTAL_TIMEOUT, late > STARVED.toNanos());
        }
        if (!readerWaits && contentDue - now <= 0) {
            boolean punctual = late <= PUNCTUAL.toNanos();
            if (punctual || given >= (content ? idleNanos : firstNanos)) {
                stopped = true;
                return Ending.expired(content ? Kind.IDLE_TIMEOUT : Kind.FIRST_CONTENT_TIMEOUT, !punctual);
            }
            given += late;
            contentDue = now + late;
        }
        rearm();
        return null;
    }

    private void rearm() {
        if (stopped) {
            return;
        }
        long now = nanoTime.getAsLong();
        long left = readerWaits ? Math.max(idleNanos, 1_000_000) : contentDue - now;
        disarm.run();
        long delay = Math.max(0, Math.min(totalDue - now, left));
        long planned = now + delay;
        disarm = alarm.afterNanos(delay, () -> check(planned));
    }

    /** Bounded, so that sums do not overflow. */
    private static long nanos(Duration duration) {
        return duration.compareTo(MOST) > 0 ? MOST.toNanos() : Math.max(0, duration.toNanos());
    }
}
