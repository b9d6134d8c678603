package erp.assistant.impl.provider;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a response asks to wait: {@code retry-after-ms} (both vendors), else {@code retry-after} in seconds or as a date
 * (RFC 9110, section 10.2.3), else, beside a 429, what {@link RateLimits} says. At most a day; nonsense counts as not told.
 */
final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(1);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,6})?");

    private RetryAfter() {}

    static @Nullable Duration in(HttpHeaders headers, int status, Clock clock) {
        Duration told = told(headers, clock);
        // A gateway may drop the header but keep the vendor's own ones; beside a success they mean nothing.
        return told == null && status == 429 ? within(RateLimits.untilReset(headers, clock)) : told;
    }

    private static @Nullable Duration told(HttpHeaders headers, Clock clock) {
        String millis = headers.firstValue("retry-after-ms").orElse("").strip();
        if (NUMBER.matcher(millis).matches()) {
            return within(Duration.ofMillis((long) Double.parseDouble(millis)));
        }
        String value = headers.firstValue("retry-after").orElse("").strip();
        if (NUMBER.matcher(value).matches()) {
            return within(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
        }
        try {
            ZonedDateTime moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return within(Duration.between(clock.instant(), moment.toInstant()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration within(@Nullable Duration told) {
        if (told == null) {
            return null;
        }
        if (told.isNegative()) {
            return Duration.ZERO;
        }
        return told.compareTo(MOST) > 0 ? MOST : told;
    }
}
