package erp.assistant.impl.config;

import java.util.Map;

/** Settings for tests: the defaults, and what a test says. */
public final class TestSettings {

    private TestSettings() {}

    public static Settings of(Map<String, String> values) {
        return SettingsReader.read(lookup(values, "test"));
    }

    /** What is set, all of it from one source. */
    static ConfigLookup lookup(Map<String, String> values, String source) {
        return new ConfigLookup() {
            @Override
            public Found find(String key) {
                return new Found(values.get(key), values.containsKey(key) ? source : "");
            }

            @Override
            public Iterable<String> names() {
                return values.keySet();
            }
        };
    }
}
