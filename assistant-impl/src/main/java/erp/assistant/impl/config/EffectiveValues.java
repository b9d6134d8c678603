package erp.assistant.impl.config;

import erp.assistant.report.EffectiveConfiguration.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what is configured, secrets excepted. */
final class EffectiveValues {

    private final ConfigLookup lookup;
    private final Settings settings;

    private EffectiveValues(ConfigLookup lookup, Settings settings) {
        this.lookup = lookup;
        this.settings = settings;
    }

    /**
     * Every key with its value.
     *
     * @param settings as they were read from the same configuration
     */
    static List<Entry> of(ConfigLookup lookup, Settings settings) {
        EffectiveValues values = new EffectiveValues(lookup, settings);
        return Arrays.stream(ConfigKey.values()).flatMap(values::entries).toList();
    }

    private Stream<Entry> entries(ConfigKey key) {
        return switch (key) {
            case API_KEY -> Arrays.stream(Slot.values()).map(this::apiKey);
            case HEADERS -> key.names().map(this::headers);
            default -> key.isFamily() ? family(key) : key.names().map(name -> entry(name, key));
        };
    }

    /** Those that are set. */
    private Stream<Entry> family(ConfigKey key) {
        return ConfigReading.family(lookup, key).values().stream().map(name -> entry(name, key));
    }

    private Entry entry(String name, ConfigKey key) {
        return configured(name)
                .map(value -> new Entry(name, value, source(name), key.needsRestart()))
                .orElseGet(() -> new Entry(name, key.defaultValue(), "default", key.needsRestart()));
    }

    /** As the provider uses them, wherever they come from. */
    private Entry apiKey(Slot slot) {
        String name = ConfigKey.API_KEY.in(slot);
        Optional<String> direct = configured(name);
        List<Secret> keys =
                settings.provider(slot).map(ProviderSettings::apiKeys).orElse(List.of());
        if (!keys.isEmpty()) {
            return new Entry(name, shown(keys), direct.isPresent() ? source(name) : "file " + file(slot));
        }
        // A slot without a dialect has no settings; what is set there is a key all the same.
        return direct.map(text -> new Entry(name, "set", source(name)))
                .orElseGet(() -> new Entry(name, "missing", "default"));
    }

    private String file(Slot slot) {
        return configured(ConfigKey.API_KEY_FILE.in(slot)).orElse("");
    }

    private static String shown(List<Secret> keys) {
        List<String> hints =
                keys.stream().map(Secret::hint).filter(hint -> !hint.isEmpty()).toList();
        String set = keys.size() == 1 ? "set" : keys.size() + " set";
        if (hints.isEmpty()) {
            return set;
        }
        return set + (keys.size() == 1 ? ", ends in " : ", end in ") + String.join(", ", hints);
    }

    /** They may hold several secrets, so not even their last characters are shown. */
    private Entry headers(String name) {
        return configured(name)
                .map(value -> new Entry(name, "set", source(name)))
                .orElseGet(() -> new Entry(name, "missing", "default"));
    }

    private Optional<String> configured(String name) {
        return Optional.ofNullable(lookup.find(name).value()).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String source(String name) {
        return lookup.find(name).source();
    }
}
