package erp.assistant.impl.provider;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** An alarm with a clock of its own, which a test moves on: in time, or by leaps during which nothing runs. */
final class HandAlarm implements Alarm {

    private record Entry(long due, Runnable action) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::due));
    private long now = Duration.ofDays(1).toNanos();

    long nanoTime() {
        return now;
    }

    @Override
    public Runnable afterNanos(long nanos, Runnable action) {
        Entry entry = new Entry(now + nanos, action);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Time passes, and everything runs when it is due. */
    void pass(Duration time) {
        long until = now + time.toNanos();
        for (Entry next = entries.peek(); next != null && next.due() <= until; next = entries.peek()) {
            now = Math.max(now, next.due());
            entries.remove(next);
            next.action().run();
        }
        now = until;
    }

    /** Time passes in which nothing of this process runs. */
    void stall(Duration time) {
        now += time.toNanos();
    }
}
