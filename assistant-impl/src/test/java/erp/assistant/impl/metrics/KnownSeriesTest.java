package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownSeriesTest {

    @Test
    void failuresAreZeroBeforeTheFirstOne() {
        RecordingMeters meters = new RecordingMeters();

        KnownSeries.begin(meters, Rows.settings());

        assertThat(meters.lines)
                .hasSize(3 * ErrorClass.values().length + 1)
                .allMatch(line -> line.endsWith(" 0"))
                .contains(
                        "assistant_provider_errors{provider=anthropic,class=5xx} 0",
                        "assistant_provider_errors{provider=openai,class=overloaded} 0",
                        "assistant_answer_errors{class=truncated} 0",
                        "assistant_unpriced{} 0");
    }
}
