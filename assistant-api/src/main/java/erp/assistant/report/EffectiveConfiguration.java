package erp.assistant.report;

import java.util.List;

/** The configuration in force. A CDI bean, safe for use by many threads. */
public interface EffectiveConfiguration {

    /** Every key, in the order of the admin manual. */
    List<Entry> entries();

    /**
     * One key.
     *
     * @param value as it is configured, or the default; for a key that is secret {@code set}, with its last four characters if
     *     it is long, or {@code missing}
     * @param source the configuration source, or {@code default}
     * @param restart whether a change takes effect only when the server is started again
     */
    record Entry(String key, String value, String source, boolean restart) {

        /** A key that is re-read while the server runs. */
        public Entry(String key, String value, String source) {
            this(key, value, source, false);
        }
    }
}
