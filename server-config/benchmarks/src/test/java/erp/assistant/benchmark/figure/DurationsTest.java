package erp.assistant.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"1500ms, 1500", "20s, 20000", "2m, 120000", "1h, 3600000", "PT0.5S, 500"})
    void durationsAreReadAsTheConfigurationWritesThem(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }
}
