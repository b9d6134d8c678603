package erp.assistant.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

    private final Histogram histogram = new Histogram();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 511, 512, 513, 1_023, 1_024, 99_999, 1_234_567, 86_400_000_000L})
    void aSingleDurationComesBackWithinFourPerMille(long micros) {
        histogram.add(micros);
        // Above the longest, so that the bucket and not the maximum is seen.
        histogram.add(micros * 10);

        assertThat(histogram.millis(0.5)).isCloseTo(micros / 1000.0, within(micros * 0.004 / 1000));
    }

    @Test
    void percentilesOfAThousandDurations() {
        for (int i = 1; i <= 1_000; i++) {
            histogram.add(i * 100L);
        }

        assertThat(histogram.millis(0.5)).isCloseTo(50, within(0.2));
        assertThat(histogram.millis(0.99)).isCloseTo(99, within(0.4));
        assertThat(histogram.millis(1)).isCloseTo(100, within(0.4));
        assertThat(histogram.maxMillis()).isEqualTo(100);
        assertThat(histogram.count()).isEqualTo(1_000);
    }

    @Test
    void aNegativeDurationCountsAsNone() {
        histogram.add(-5);

        assertThat(histogram.millis(1)).isZero();
    }

    @Test
    void nothingSeenIsNoFigure() {
        assertThat(histogram.millis(0.5)).isNaN();
        assertThat(histogram.maxMillis()).isNaN();
    }
}
