package erp.assistant.benchmark.figure;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the assistant's configuration writes them: {@code 1500ms}, {@code 20s}, {@code 2m}, {@code 1h} or ISO 8601. */
final class Durations {

    private static final Pattern MILLIS = Pattern.compile("(\\d+)ms");

    private Durations() {}

    static Duration parse(String text) {
        Matcher millis = MILLIS.matcher(text);
        if (millis.matches()) {
            return Duration.ofMillis(Long.parseLong(millis.group(1)));
        }
        String upper = text.toUpperCase(Locale.ROOT);
        return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
    }
}
