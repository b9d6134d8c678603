package erp.assistant.impl.config;

import static erp.assistant.impl.config.ConfigReading.duration;
import static erp.assistant.impl.config.ConfigReading.whole;

import java.time.Duration;
import java.util.OptionalInt;

/** Reads what is done when a provider fails. */
final class ResilienceReader {

    private ResilienceReader() {}

    static Resilience read(ConfigReading in) {
        return new Resilience(
                new Resilience.Breaker(
                        in.value(ConfigKey.BREAKER_WINDOW, text -> whole(text, 2, 1_000)),
                        in.value(ConfigKey.BREAKER_FAILURES, text -> whole(text, 1, 100)),
                        in.value(
                                ConfigKey.BREAKER_OPEN,
                                text -> duration(text, Duration.ofMillis(100), Duration.ofMinutes(10))),
                        in.value(ConfigKey.BREAKER_PROBES, text -> whole(text, 1, 20))),
                new Resilience.Hedging(
                        in.value(ConfigKey.HEDGING_PERCENTILE, ResilienceReader::percentile),
                        in.value(ConfigKey.HEDGING_SPEND, text -> whole(text, 1, 100))),
                in.value(ConfigKey.KEY_COOL_DOWN, text -> duration(text, Duration.ofSeconds(1), Duration.ofHours(24))),
                in.value(ConfigKey.AFTER_REFUSAL, ResilienceReader::backup));
    }

    private static OptionalInt percentile(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(whole(text, 50, 99));
    }

    private static boolean backup(String text) {
        return switch (text) {
            case "backup" -> true;
            case "show" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
