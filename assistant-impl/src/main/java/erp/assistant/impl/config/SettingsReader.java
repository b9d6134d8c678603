package erp.assistant.impl.config;

import static erp.assistant.impl.config.ConfigReading.duration;
import static erp.assistant.impl.config.ConfigReading.whole;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns configured text into {@link Settings}, or says everything that is wrong with it at once. */
final class SettingsReader {

    private static final Duration TENTH = Duration.ofMillis(100);
    private static final int HIGHEST_VERSION = 999_999;
    private static final BigDecimal LEAST_GOAL = new BigDecimal("90");
    private static final BigDecimal HIGHEST_GOAL = new BigDecimal("99.999");

    private SettingsReader() {}

    /**
     * Reads all keys.
     *
     * @throws InvalidConfigurationException naming each wrong key, its source and what is allowed; never the value of a key
     *     that is secret
     */
    static Settings read(ConfigLookup lookup) {
        ConfigReading in = new ConfigReading(lookup);
        for (ConfigKey key : ConfigKey.values()) {
            key.names().forEach(name -> in.refuseUnresolved(name, key.allowed()));
        }
        Settings settings = new Settings(
                in.value(ConfigKey.ENABLED, ConfigReading::yesOrNo),
                ProviderReader.primary(in),
                ProviderReader.backup(in),
                in.value(ConfigKey.FAILOVER_AFTER_CONTENT, SettingsReader::restarts),
                in.value(ConfigKey.LAST_RESORT, SettingsReader::offline),
                timeouts(in),
                ResilienceReader.read(in),
                new Prompting(
                        in.value(ConfigKey.MASK_PERSONAL, ConfigReading::yesOrNo),
                        in.value(ConfigKey.CONFIDENTIAL_ROLES, SettingsReader::ids),
                        in.value(ConfigKey.TARGET_PROMPT, text -> whole(text, 100, 200_000)),
                        in.value(ConfigKey.OUTPUT_BY_ACTION, SettingsReader::caps),
                        in.value(ConfigKey.LARGE_FROM, SettingsReader::tokens),
                        new Templating(
                                in.value(ConfigKey.TEMPLATE_FOLDER, SettingsReader::readableFolder),
                                in.value(ConfigKey.TEMPLATE_VERSIONS, text -> numbers(text, 1, HIGHEST_VERSION))),
                        in.value(ConfigKey.LOOKUP_ROUNDS, text -> whole(text, 0, 5))),
                in.value(ConfigKey.MAX_OUTPUT, text -> whole(text, 16, 32_000)),
                in.value(ConfigKey.MAX_PROMPT, text -> whole(text, 1_000, 200_000)),
                in.value(ConfigKey.LARGE_ACTIONS, SettingsReader::ids),
                in.value(ConfigKey.CACHE_TTL, text -> duration(text, Duration.ZERO, Duration.ofHours(24))),
                in.value(ConfigKey.CACHE_ENTRIES, text -> whole(text, 1, 100_000)),
                BudgetReader.read(in),
                in.value(ConfigKey.BUDGET_CURRENCY, Currency::getInstance),
                in.value(ConfigKey.TIME_ZONE, ZoneId::of),
                in.value(ConfigKey.LEDGER_RETENTION, SettingsReader::retention),
                in.value(ConfigKey.LEDGER_TIDY, text -> whole(text, 0, 1_000_000)),
                in.value(ConfigKey.PRICES_FILE, SettingsReader::readableFile),
                in.value(ConfigKey.MAPPINGS, SettingsReader::readableFolder),
                new Rates(
                        in.value(ConfigKey.RATE_PER_USER, text -> whole(text, 1, 1_000_000)),
                        in.value(ConfigKey.RATE_PER_COMPANY, SettingsReader::perCompany)),
                in.value(ConfigKey.OPEN_ANSWERS, text -> whole(text, 1, 100_000)),
                in.value(ConfigKey.SLOW_READER, text -> duration(text, Duration.ofSeconds(1), Duration.ofMinutes(10))),
                in.value(
                        ConfigKey.SUMMARY_INTERVAL,
                        text -> duration(text, Duration.ofSeconds(10), Duration.ofHours(24))),
                in.value(ConfigKey.SLA_AVAILABILITY, SettingsReader::goal),
                remembering(in),
                new AnswerTimes(
                        in.value(ConfigKey.SLA_FIRST_RESPONSE, text -> duration(text, TENTH, Duration.ofMinutes(5))),
                        in.value(ConfigKey.SLA_FULL_GENERATION, text -> duration(text, TENTH, Duration.ofMinutes(15)))),
                in.value(ConfigKey.SWITCHED_OFF, SettingsReader::ids));
        in.throwIfWrong();
        return settings;
    }

    private static Timeouts timeouts(ConfigReading in) {
        Duration fiveMinutes = Duration.ofMinutes(5);
        Duration first = in.value(ConfigKey.FIRST_CONTENT, text -> duration(text, TENTH, fiveMinutes));
        return new Timeouts(
                in.value(ConfigKey.CONNECT, text -> duration(text, TENTH, Duration.ofSeconds(30))),
                first,
                in.value(
                        ConfigKey.FIRST_CONTENT_LARGE,
                        text -> text.isEmpty() ? first : duration(text, TENTH, fiveMinutes)),
                in.value(ConfigKey.IDLE, text -> duration(text, TENTH, fiveMinutes)),
                in.value(ConfigKey.TOTAL, text -> duration(text, Duration.ofSeconds(1), Duration.ofMinutes(15))));
    }

    private static Remembering remembering(ConfigReading in) {
        return new Remembering(
                in.value(
                        ConfigKey.CONVERSATION_RETENTION,
                        text -> duration(text, Duration.ZERO, Duration.ofDays(3_650))),
                in.value(ConfigKey.CONVERSATION_TURNS, text -> whole(text, 0, 100)),
                in.value(ConfigKey.CONVERSATION_TOKENS, text -> whole(text, 0, 200_000)),
                in.value(ConfigKey.CACHE_SHARED, ConfigReading::yesOrNo));
    }

    private static boolean restarts(String text) {
        return switch (text) {
            case "restart" -> true;
            case "incomplete" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static boolean offline(String text) {
        return switch (text) {
            case "offline" -> true;
            case "error" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Optional<Period> retention(String text) {
        return text.equals("forever") ? Optional.empty() : Optional.of(Period.ofMonths(whole(text, 1, 120)));
    }

    private static BigDecimal goal(String text) {
        BigDecimal goal = new BigDecimal(text);
        if (goal.compareTo(LEAST_GOAL) < 0 || goal.compareTo(HIGHEST_GOAL) > 0) {
            throw new IllegalArgumentException(text);
        }
        return goal;
    }

    private static OptionalInt perCompany(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(whole(text, 1, 1_000_000));
    }

    private static Set<String> ids(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Integer> caps(String text) {
        return numbers(text, 16, 32_000);
    }

    /** Names with a whole number each, as {@code summary=300, draft-update=900}. */
    private static Map<String, Integer> numbers(String text, int least, int most) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String each : ids(text)) {
            String[] parts = each.split("=", -1);
            int number = whole(parts.length == 2 ? parts[1].strip() : "", least, most);
            if (numbers.put(parts[0].strip(), number) != null) {
                throw new IllegalArgumentException(each);
            }
        }
        return numbers;
    }

    private static OptionalInt tokens(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(whole(text, 100, 200_000));
    }

    private static Optional<Path> readableFolder(String text) {
        Optional<Path> folder = readableFile(text);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new IllegalArgumentException(text);
        }
        return folder;
    }

    private static Optional<Path> readableFile(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(text);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(path);
    }
}
