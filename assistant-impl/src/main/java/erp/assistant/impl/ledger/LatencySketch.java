package erp.assistant.impl.ledger;

import erp.assistant.report.MonthlyMetrics.Percentiles;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each duration occurred, in buckets whose width grows with the value, so that sketches of many days can be added.
 *
 * <p>Values below {@value #EXACT} ms have a bucket each. Above, each power of two is divided into 64 buckets of the same width,
 * and a bucket stands for its middle: what a percentile says is off by at most 1/128 of the value, that is 0.8 percent. Not safe
 * for use by several threads.
 */
final class LatencySketch {

    private static final int EXACT = 128;
    /** Of a value's bits the first 7 are kept: 64 to 127, times a power of two. */
    private static final int KEPT_BITS = 7;

    private static final int HALF = EXACT / 2;

    private final SortedMap<Integer, Long> buckets = new TreeMap<>();

    void add(long millis) {
        buckets.merge(bucket(Math.max(0, millis)), 1L, Long::sum);
    }

    /** Adds what another sketch's {@link #toString} wrote. */
    void addAll(String text) {
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int space = text.indexOf(' ', colon);
            int end = space < 0 ? text.length() : space;
            buckets.merge(Integer.parseInt(text, at, colon, 10), Long.parseLong(text, colon + 1, end, 10), Long::sum);
            at = end + 1;
        }
    }

    /** By nearest rank: the smallest value that at least p percent of the values do not exceed. */
    Percentiles percentiles() {
        long count = buckets.values().stream().mapToLong(Long::longValue).sum();
        return count == 0
                ? Percentiles.NONE
                : new Percentiles(count, atRank(rank(count, 50)), atRank(rank(count, 95)), atRank(rank(count, 99)));
    }

    private static long rank(long count, int percent) {
        return (count * percent + 99) / 100;
    }

    private long atRank(long rank) {
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return middle(bucket.getKey());
            }
        }
        throw new IllegalStateException("no value has rank " + rank);
    }

    private static int bucket(long millis) {
        if (millis < EXACT) {
            return (int) millis;
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(millis) - KEPT_BITS;
        return EXACT + (shift - 1) * HALF + (int) (millis >>> shift) - HALF;
    }

    private static long middle(int bucket) {
        if (bucket < EXACT) {
            return bucket;
        }
        int shift = (bucket - EXACT) / HALF + 1;
        long from = (long) ((bucket - EXACT) % HALF + HALF) << shift;
        return from + (1L << (shift - 1));
    }

    /** The buckets in order, such as {@code 41:3 900:1}. */
    @Override
    public String toString() {
        return buckets.entrySet().stream()
                .map(bucket -> bucket.getKey() + ":" + bucket.getValue())
                .collect(Collectors.joining(" "));
    }
}
