package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Resilience;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HedgeTest {

    private Resilience.Hedging limits = new Resilience.Hedging(OptionalInt.of(90), 5);
    private final Hedge hedge = new Hedge(() -> limits);

    private void took(int from, int to) {
        for (int millis = from; millis <= to; millis++) {
            hedge.took(Duration.ofMillis(millis));
        }
    }

    @Test
    void theDelayIsThePercentileOfTheLatestTimes() {
        took(1, 100);

        assertThat(hedge.delay()).contains(Duration.ofMillis(90));
    }

    @Test
    void onlyTheLatestTimesCount() {
        took(1, 100);
        took(1001, 1200);

        assertThat(hedge.delay()).contains(Duration.ofMillis(1180));
    }

    @Test
    void tooFewTimesSayNothing() {
        took(1, Hedge.LEAST_SAMPLES - 1);
        assertThat(hedge.delay()).isEmpty();

        took(1, 1);
        assertThat(hedge.delay()).isPresent();
    }

    @Test
    void withoutAPercentileItIsOff() {
        took(1, 100);
        limits = new Resilience.Hedging(OptionalInt.empty(), 100);

        assertThat(hedge.delay()).isEmpty();
        assertThat(hedge.allows(() -> true)).isFalse();
    }

    @Test
    void whatIsNotAffordableIsNotTakenFromTheAllowance() {
        took(1, 100);
        for (int question = 0; question < 20; question++) {
            hedge.delay();
        }

        assertThat(hedge.allows(() -> false)).isFalse();
        assertThat(hedge.allows(() -> true)).isTrue();
        assertThat(hedge.allows(() -> {
                    throw new AssertionError("money is not asked for what is not allowed");
                }))
                .isFalse();
    }

    @Test
    void fiveInAHundredQuestionsMayBeAskedTwice() {
        took(1, 100);
        int twice = 0;
        for (int question = 0; question < 1_000; question++) {
            hedge.delay();
            if (hedge.allows(() -> true)) {
                twice++;
            }
        }

        assertThat(twice).isEqualTo(50);
    }

    @Test
    void whatWasNotUsedIsSavedForTenAtMost() {
        for (int question = 0; question < 10_000; question++) {
            hedge.delay();
        }
        int twice = 0;
        while (hedge.allows(() -> true)) {
            twice++;
        }

        assertThat(twice).isEqualTo(10);
    }
}
