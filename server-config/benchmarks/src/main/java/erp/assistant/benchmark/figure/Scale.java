package erp.assistant.benchmark.figure;

import java.time.Duration;

/**
 * How large a run is.
 *
 * @param factor 1 for figures that count, less to see whether everything works
 */
public record Scale(double factor) {

    private static final int FEWEST = 2;

    public Scale {
        if (!(factor > 0 && factor <= 10)) {
            throw new IllegalArgumentException("A scale must be above 0 and at most 10, not " + factor + ".");
        }
    }

    Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * factor * 1e9));
    }

    int count(int count) {
        return (int) Math.max(FEWEST, Math.round(count * factor));
    }
}
