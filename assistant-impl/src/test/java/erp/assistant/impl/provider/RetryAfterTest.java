package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T07:00:00Z"), ZoneOffset.UTC);

    private static @Nullable Duration in(Map<String, List<String>> headers) {
        return RetryAfter.in(HttpHeaders.of(headers, (name, value) -> true), 429, CLOCK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "7 | PT7S",
                "1.5 | PT1.5S",
                "999999999999 | PT24H",
                "Sun, 22 Nov 2026 07:00:30 GMT | PT30S",
                "Sun, 22 Nov 2026 06:00:00 GMT | PT0S"
            })
    void secondsAndDatesAreUnderstood(String value, Duration told) {
        assertThat(in(Map.of("retry-after", List.of(value)))).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e3", "2026-11-22"})
    void nonsenseCountsAsNotTold(String value) {
        assertThat(in(Map.of("retry-after", List.of(value)))).isNull();
    }

    @Test
    void millisecondsArePreferredForTheyAreExact() {
        assertThat(in(Map.of("retry-after-ms", List.of("1234"), "retry-after", List.of("2"))))
                .isEqualTo(Duration.ofMillis(1234));
    }

    @Test
    void aResponseWithoutTheHeaderTellsNothing() {
        assertThat(in(Map.of())).isNull();
    }
}
