package erp.assistant.impl.provider;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The vendors' own headers about rates: how much of a limit remains and when it is full again.
 *
 * <p>Anthropic: {@code anthropic-ratelimit-(requests|tokens|input-tokens|output-tokens)-(remaining|reset)}, the reset a moment
 * of RFC 3339. OpenAI: {@code x-ratelimit-(remaining|reset)-(requests|tokens)}, the reset a span such as {@code 6m0s} or
 * {@code 120ms}. ("Rate limits" pages of both, November 2026.)
 */
final class RateLimits {

    private static final List<String> ANTHROPIC = List.of("requests", "tokens", "input-tokens", "output-tokens");
    private static final List<String> OPENAI = List.of("requests", "tokens");
    private static final Pattern SPAN =
            Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,5})m(?!s))?(?:(\\d{1,7}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9})ms)?");

    private RateLimits() {}

    /** How long until every limit that is used up is full again; {@code null} if none is told to be used up. */
    static @Nullable Duration untilReset(HttpHeaders headers, Clock clock) {
        Stream<@Nullable Duration> anthropic = ANTHROPIC.stream()
                .filter(limit -> usedUp(headers, "anthropic-ratelimit-" + limit + "-remaining"))
                .map(limit -> untilMoment(value(headers, "anthropic-ratelimit-" + limit + "-reset"), clock));
        Stream<@Nullable Duration> openAi = OPENAI.stream()
                .filter(limit -> usedUp(headers, "x-ratelimit-remaining-" + limit))
                .map(limit -> span(value(headers, "x-ratelimit-reset-" + limit)));
        return Stream.concat(anthropic, openAi)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(null);
    }

    private static boolean usedUp(HttpHeaders headers, String name) {
        return value(headers, name).equals("0");
    }

    private static String value(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    private static @Nullable Duration untilMoment(String moment, Clock clock) {
        try {
            return Duration.between(clock.instant(), Instant.parse(moment));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return null;
        }
        return Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusMillis(seconds(matcher.group(3)))
                .plusMillis(number(matcher.group(4)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long seconds(@Nullable String decimal) {
        return decimal == null ? 0 : Math.round(Double.parseDouble(decimal) * 1000);
    }
}
