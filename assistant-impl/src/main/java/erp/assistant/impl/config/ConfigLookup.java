package erp.assistant.impl.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where configured values are looked up: MicroProfile Config in the server, a map in tests. */
@FunctionalInterface
interface ConfigLookup {

    Found find(String key);

    /** The names of all keys that are set anywhere, as their sources spell them; empty where that cannot be told. */
    default Iterable<String> names() {
        return List.of();
    }

    /**
     * What was found under a key.
     *
     * @param value {@code null} if it is not set, or cannot be resolved
     * @param source the name of the configuration source, or empty
     * @param raw as it is written, with its <code>${...}</code>; {@code null} if it is not set
     */
    record Found(
            @Nullable String value, String source, @Nullable String raw) {

        /** A value without references. */
        Found(@Nullable String value, String source) {
            this(value, source, value);
        }

        /**
         * Whether the value refers to a variable that is not set. MicroProfile Config takes such a value for one that is not
         * set (MicroProfile Config 3.1, section "Property Expressions").
         */
        boolean unresolved() {
            return value == null && raw != null && raw.contains("${");
        }
    }
}
