package erp.assistant.impl.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One pass over the configuration that collects what is wrong with it. For one thread. */
final class ConfigReading {

    private static final Pattern NOT_IN_VARIABLES = Pattern.compile("[^A-Z0-9]");
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final ConfigLookup lookup;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> unresolved = new HashSet<>();

    ConfigReading(ConfigLookup lookup) {
        this.lookup = lookup;
    }

    /** The value if it is set and not blank. */
    Optional<String> text(String key) {
        String value = lookup.find(key).value();
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** The value parsed, or the default; a value that does not parse is noted and the default returned. */
    <T> T value(String key, String allowed, T defaultValue, Function<String, T> parser) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return defaultValue;
        }
        try {
            return parser.apply(text.get());
        } catch (RuntimeException e) {
            wrong(key, shown(key, text.get()), allowed);
            return defaultValue;
        }
    }

    <T> T value(ConfigKey key, Function<String, T> parser) {
        return value(key.key(), key.allowed(), parser.apply(key.defaultValue()), parser);
    }

    /** The values of a family's keys by their names; one that does not parse is noted and left out. */
    <T> Map<String, T> named(ConfigKey family, Function<String, T> parser) {
        Map<String, T> values = new TreeMap<>();
        family(lookup, family).forEach((name, key) -> {
            refuseUnresolved(key, family.allowed());
            text(key).ifPresent(text -> {
                try {
                    values.put(name, parser.apply(text));
                } catch (RuntimeException e) {
                    wrong(key, shown(key, text), family.allowed());
                }
            });
        });
        return values;
    }

    /**
     * The keys of a family that are set, by their names. A variable of the environment, which has no small letters and no
     * dashes, stands for the name in small letters with dashes (MicroProfile Config 3.1, section "Environment Variables
     * Mapping Rules", read backwards).
     */
    static SortedMap<String, String> family(ConfigLookup lookup, ConfigKey family) {
        String prefix = family.prefix();
        String variable =
                NOT_IN_VARIABLES.matcher(prefix.toUpperCase(Locale.ROOT)).replaceAll("_");
        SortedMap<String, String> keys = new TreeMap<>();
        for (String name : lookup.names()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                keys.put(name.substring(prefix.length()), name);
            } else if (name.startsWith(variable) && name.length() > variable.length()) {
                String own = name.substring(variable.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                keys.putIfAbsent(own, prefix + own);
            }
        }
        return keys;
    }

    /** Notes keys that begin like others and are none. */
    void refuseUnknown(String prefix) {
        Set<String> known = ConfigKey.all().collect(Collectors.toSet());
        for (String name : lookup.names()) {
            boolean ofFamily = Arrays.stream(ConfigKey.values())
                    .anyMatch(key -> key.isFamily()
                            && name.startsWith(key.prefix())
                            && name.length() > key.prefix().length());
            if (name.startsWith(prefix) && !known.contains(name) && !ofFamily) {
                wrong(name, "'...'", "a key of the admin manual, which this is not");
            }
        }
    }

    /** Notes a value with a reference that leads nowhere, which would otherwise look like no value. */
    void refuseUnresolved(String key, String allowed) {
        ConfigLookup.Found found = lookup.find(key);
        String raw = found.raw();
        if (found.unresolved() && raw != null && unresolved.add(key)) {
            wrong(key, shown(key, raw), allowed + "; it refers to a variable that is not set");
        }
    }

    /** Keys, headers, and the user part and the query of an address, are not repeated: each may hold a key. */
    private static String shown(String key, String text) {
        boolean mayHoldKey =
                key.endsWith(".headers") || key.endsWith(".api-key") || text.contains("@") || text.contains("?");
        return mayHoldKey ? "(hidden)" : "'" + text + "'";
    }

    /** Notes that a value is wrong. */
    void wrong(String key, String shownValue, String allowed) {
        String source = lookup.find(key).source();
        problems.add(
                key + " = " + shownValue + (source.isEmpty() ? "" : " (from " + source + ")") + ": must be " + allowed);
    }

    /** Notes that a value is needed; not if one is there but cannot be resolved, which is told already. */
    void missing(String key, String why) {
        if (!unresolved.contains(key)) {
            problems.add(key + " is not set: " + why);
        }
    }

    void throwIfWrong() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
    }

    static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    static int whole(String text, int least, int most) {
        int value = Integer.parseInt(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    static Duration duration(String text, Duration least, Duration most) {
        Duration value = duration(text);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** An amount of money in 10<sup>-9</sup> of its unit. */
    static Optional<Long> nanos(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(amount.movePointRight(9).longValueExact());
    }
}
