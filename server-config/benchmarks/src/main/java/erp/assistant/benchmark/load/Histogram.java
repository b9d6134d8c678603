package erp.assistant.benchmark.load;

/** Durations in log-linear buckets of microseconds: within 0.4 % of the true value, from 0 to days. Not thread-safe. */
public final class Histogram {

    /** Values below this have a bucket of their own; above, each power of two has half as many. */
    private static final int FINE = 512;

    private static final int HALF = FINE / 2;
    private static final int FINE_BITS = 9;

    private final long[] buckets = new long[HALF * 40];
    private long count;
    private long largest;

    /** Adds a duration; a negative one, as two clocks may yield, counts as 0. */
    public void add(long micros) {
        long value = Math.max(0, micros);
        buckets[index(value)]++;
        count++;
        largest = Math.max(largest, value);
    }

    private int index(long value) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - FINE_BITS);
        return (int) Math.min(buckets.length - 1, (long) shift * HALF + (value >>> shift));
    }

    public long count() {
        return count;
    }

    /** The longest in milliseconds, not rounded; NaN if there is none. */
    public double maxMillis() {
        return count == 0 ? Double.NaN : largest / 1000.0;
    }

    /**
     * The duration in milliseconds that this share of all does not exceed; NaN if there is none.
     *
     * @param share above 0, at most 1: 0.99 for the 99th percentile
     */
    public double millis(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(largest, middle(i)) / 1000.0;
            }
        }
        return Double.NaN;
    }

    private static long middle(int index) {
        if (index < FINE) {
            return index;
        }
        int shift = index / HALF - 1;
        return ((long) (index - shift * HALF) << shift) + (1L << (shift - 1));
    }
}
