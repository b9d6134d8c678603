package erp.assistant.impl.config;

import org.jspecify.annotations.Nullable;

/** Where configured values are looked up: MicroProfile Config in the server, a map in tests. */
@FunctionalInterface
interface ConfigLookup {

    Found find(String key);

    /**
     * What was found under a key.
     *
     * @param value {@code null} if it is not set
     * @param source the name of the configuration source, or empty
     */
    record Found(@Nullable String value, String source) {}
}
