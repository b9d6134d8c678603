package erp.assistant.benchmark.machine;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether others use the machine.
 *
 * @param busyCores what they used while nothing was measured
 */
public record Quiet(double busyCores) {

    private static final double MOST = 0.15;
    private static final Duration LOOK = Duration.ofSeconds(3);

    /** Looks for three seconds. */
    public static Quiet look() {
        double before = Machine.busySeconds();
        long end = System.nanoTime() + LOOK.toNanos();
        for (long left = LOOK.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return new Quiet((Machine.busySeconds() - before) / LOOK.toSeconds());
    }

    public boolean enough() {
        return busyCores <= MOST;
    }

    /** In words. */
    public String text() {
        return String.format(
                Locale.ROOT, "Before the run, others used %.2f cores%s.", busyCores, enough() ? "" : ": too much");
    }
}
