package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import erp.assistant.report.MonthlyMetrics.Percentiles;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencySketchTest {

    private static LatencySketch of(long... values) {
        LatencySketch sketch = new LatencySketch();
        Arrays.stream(values).forEach(sketch::add);
        return sketch;
    }

    @Test
    void eachValueIsWithinOnePercent() {
        for (long value = 0; value < 2_000_000; value += 1 + value / 200) {
            assertThat(of(value).percentiles().p50Millis()).isCloseTo(value, withinPercentage(0.8));
        }
    }

    @Test
    void valuesBelow128MillisAreExact() {
        for (long value = 0; value < 128; value++) {
            assertThat(of(value).percentiles()).isEqualTo(new Percentiles(1, value, value, value));
        }
    }

    @Test
    void aLongerDurationIsNeverReportedAsShorter() {
        long before = -1;
        for (long value = 0; value < 100_000; value++) {
            long reported = of(value).percentiles().p50Millis();
            assertThat(reported).isGreaterThanOrEqualTo(before);
            before = reported;
        }
    }

    @Test
    void theLongestDurationHasABucket() {
        assertThat(of(Long.MAX_VALUE).percentiles().p99Millis()).isCloseTo(Long.MAX_VALUE, withinPercentage(1));
    }

    @Test
    void percentilesAreNearestRanksOfAllThatWasAdded() {
        long[] values = new Random(7).longs(10_000, 1, 120_000).sorted().toArray();
        Percentiles percentiles = of(values).percentiles();
        assertThat(percentiles.count()).isEqualTo(values.length);
        assertThat(percentiles.p50Millis()).isCloseTo(values[4_999], withinPercentage(1));
        assertThat(percentiles.p95Millis()).isCloseTo(values[9_499], withinPercentage(1));
        assertThat(percentiles.p99Millis()).isCloseTo(values[9_899], withinPercentage(1));
    }

    @Test
    void partsAddUpToTheWhole() {
        LatencySketch parts = of(1, 500, 70_000);
        parts.addAll(of(500, 900).toString());
        assertThat(parts).hasToString(of(1, 500, 500, 900, 70_000).toString());
    }

    @Test
    void itIsReadAsItIsWritten() {
        String text = of(0, 127, 128, 500, 500, 900_000).toString();
        LatencySketch read = new LatencySketch();
        read.addAll(text);
        assertThat(read).hasToString(text);
        read.addAll("");
        assertThat(read).hasToString(text);
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThat(new LatencySketch().percentiles()).isEqualTo(Percentiles.NONE);
    }
}
