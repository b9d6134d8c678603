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
        String value = found.value();
        boolean set = value != null && !value.isBlank();
        if (key == ConfigKey.API_KEY || key == ConfigKey.HEADERS) {
            return new Entry(name, set ? secret(key, value.strip()) : "missing", set ? found.source() : "default");
        }
        return set ? new Entry(name, value.strip(), found.source()) : new Entry(name, key.defaultValue(), "default");
    }

    /** Headers may hold several secrets, so not even their last characters are shown. */
    private static String secret(ConfigKey key, String value) {
        String hint = key == ConfigKey.API_KEY ? new Secret(value).hint() : "";
        return hint.isEmpty() ? "set" : "set, ends in " + hint;
    }
}
