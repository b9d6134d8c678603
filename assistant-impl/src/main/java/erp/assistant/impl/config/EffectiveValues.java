package erp.assistant.impl.config;

import erp.assistant.report.EffectiveConfiguration.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Shows what is configured, secrets excepted. */
final class EffectiveValues {

    private EffectiveValues() {}

    static List<Entry> of(ConfigLookup lookup) {
        return Arrays.stream(ConfigKey.values())
                .flatMap(key -> key.key().contains("*")
                        ? Arrays.stream(Slot.values()).map(slot -> entry(lookup, key, key.in(slot)))
                        : Stream.of(entry(lookup, key, key.key())))
                .toList();
    }

    private static Entry entry(ConfigLookup lookup, ConfigKey key, String name) {
        ConfigLookup.Found found = lookup.find(name);
        String configured = found.value();
        String value = configured == null ? "" : configured.strip();
        boolean secret = key == ConfigKey.API_KEY || key == ConfigKey.HEADERS;
        if (value.isEmpty()) {
            return new Entry(name, secret ? "missing" : key.defaultValue(), "default");
        }
        return new Entry(name, secret ? secret(key, value) : value, found.source());
    }

    /** Headers may hold several secrets, so not even their last characters are shown. */
    private static String secret(ConfigKey key, String value) {
        String hint = key == ConfigKey.API_KEY ? new Secret(value).hint() : "";
        return hint.isEmpty() ? "set" : "set, ends in " + hint;
    }
}
