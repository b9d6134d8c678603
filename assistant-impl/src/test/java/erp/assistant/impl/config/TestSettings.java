package erp.assistant.impl.config;

import java.util.Map;

/** Settings for tests: the defaults, and what a test says. */
public final class TestSettings {

    private TestSettings() {}

    public static Settings of(Map<String, String> values) {
        return SettingsReader.read(key -> new ConfigLookup.Found(values.get(key), "test"));
    }
}
