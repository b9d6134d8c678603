package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.TestSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTimerTest {

    private static final class Seconds extends Clock {
        private long now;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now);
        }
    }

    private final Seconds clock = new Seconds();
    private Settings settings = every("1h");
    private int lines;
    private final SummaryTimer timer = new SummaryTimer(() -> lines++, () -> settings, clock);

    private static Settings every(String interval) {
        return TestSettings.of(Map.of("assistant.metrics.summary-interval", interval));
    }

    private int linesAfterTickingUntil(long second) {
        while (clock.now < second) {
            clock.now++;
            timer.run();
        }
        return lines;
    }

    @Test
    void aLineIsWrittenAtTheEndOfEachInterval() {
        assertThat(linesAfterTickingUntil(3_599)).isZero();
        assertThat(linesAfterTickingUntil(3_600)).isEqualTo(1);
        assertThat(linesAfterTickingUntil(7_199)).isEqualTo(1);
        assertThat(linesAfterTickingUntil(7_200)).isEqualTo(2);
    }

    @Test
    void aChangedIntervalHoldsFromTheNextTickOn() {
        linesAfterTickingUntil(60);

        settings = every("30s");

        assertThat(linesAfterTickingUntil(61))
                .as("the line that is now overdue")
                .isEqualTo(1);
        assertThat(linesAfterTickingUntil(91)).isEqualTo(2);
    }
}
