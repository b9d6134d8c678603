package erp.assistant.impl.metrics;

import java.time.Duration;

/** Takes measured values. Safe for use by many threads. */
interface Meters {

    /** @param tags the values of the metric's tags, in its order */
    void count(Metric metric, long by, String... tags);

    /** @param tags the values of the metric's tags, in its order */
    void amount(Metric metric, long value, String... tags);

    /** @param tags the values of the metric's tags, in its order */
    void duration(Metric metric, Duration value, String... tags);
}
