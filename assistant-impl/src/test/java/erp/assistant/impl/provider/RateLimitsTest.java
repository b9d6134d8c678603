package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T07:00:00Z"), ZoneOffset.UTC);

    private static @Nullable Duration in(Map<String, String> headers) {
        return RateLimits.untilReset(headers(headers), CLOCK);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                (name, value) -> true);
    }

    @Test
    void onlyALimitThatIsUsedUpIsWaitedFor() {
        assertThat(in(Map.of(
                        "anthropic-ratelimit-requests-remaining", "12",
                        "anthropic-ratelimit-requests-reset", "2026-11-22T08:00:00Z",
                        "anthropic-ratelimit-output-tokens-remaining", "0",
                        "anthropic-ratelimit-output-tokens-reset", "2026-11-22T07:00:40Z")))
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void ofSeveralTheLastOneCounts() {
        assertThat(in(Map.of(
                        "x-ratelimit-remaining-requests", "0",
                        "x-ratelimit-reset-requests", "1s",
                        "x-ratelimit-remaining-tokens", "0",
                        "x-ratelimit-reset-tokens", "6m0s")))
                .isEqualTo(Duration.ofMinutes(6));
    }

    @ParameterizedTest
    @CsvSource({"120ms, PT0.12S", "1s, PT1S", "0.5s, PT0.5S", "6m0s, PT6M", "2m, PT2M", "1h2m3.5s, PT1H2M3.5S"})
    void spansAreUnderstood(String text, Duration span) {
        assertThat(in(Map.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", text)))
                .isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1s", "2026-11-22T08:00:00Z", "5"})
    void nonsenseCountsAsNotTold(String text) {
        assertThat(in(Map.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", text)))
                .isNull();
    }

    @Test
    void theHeaderThatSaysHowLongToWaitComesFirstAndASuccessTellsNothing() {
        HttpHeaders headers = headers(
                Map.of("retry-after", "7", "x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "1s"));
        HttpHeaders vendors =
                headers(Map.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "1s"));

        assertThat(RetryAfter.in(headers, 429, CLOCK)).isEqualTo(Duration.ofSeconds(7));
        assertThat(RetryAfter.in(vendors, 429, CLOCK)).isEqualTo(Duration.ofSeconds(1));
        assertThat(RetryAfter.in(vendors, 200, CLOCK)).isNull();
    }
}
