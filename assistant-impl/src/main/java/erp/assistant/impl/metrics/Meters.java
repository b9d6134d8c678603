package erp.assistant.impl.metrics;

import java.time.Duration;

/** Takes measured values. Safe for use by many threads. */
interface Meters {

    /**
     * Adds to a counter.
     *
     * @param tags the values of the metric's tags, in its order
     */
    void count(Metric metric, long by, String... tags);

    /** Adds a value to a distribution of whole numbers; tags as with {@link #count}. */
    void amount(Metric metric, long value, String... tags);

    /** Adds a value to a distribution of durations; tags as with {@link #count}. */
    void duration(Metric metric, Duration value, String... tags);
}
