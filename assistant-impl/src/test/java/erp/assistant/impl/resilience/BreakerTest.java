package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Resilience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private Instant now = Instant.EPOCH;
    private Resilience.Breaker limits = new Resilience.Breaker(4, 50, Duration.ofSeconds(10), 2);
    private int opened;
    private final Breaker breaker = new Breaker(
            () -> limits,
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            () -> opened++);

    private Breaker.Permit permit() {
        return Objects.requireNonNull(breaker.acquire(), "turned away");
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            permit().failed();
        }
    }

    private Breaker.State state() {
        return breaker.snapshot().state();
    }

    private void halfOpen() {
        fails(4);
        now = now.plusSeconds(10);
    }

    @Test
    void itOpensWhenTheWindowIsFullAndEnoughOfItFailed() {
        permit().succeeded();
        permit().succeeded();
        fails(1);
        assertThat(state()).isEqualTo(Breaker.State.CLOSED);

        fails(1);

        assertThat(breaker.snapshot()).isEqualTo(new Breaker.Snapshot(Breaker.State.OPEN, now, 2, 2));
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void tooFewEndsSayNothing() {
        fails(3);

        assertThat(state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void onlyTheLatestEndsCount() {
        fails(1);
        for (int i = 0; i < 3; i++) {
            permit().succeeded();
        }
        fails(1);

        assertThat(state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void whileOpenNothingGoesThrough() {
        fails(4);
        now = now.plusSeconds(10).minusMillis(1);

        assertThat(breaker.leavesAlone()).isTrue();
        assertThat(breaker.acquire()).isNull();
    }

    @Test
    void halfOpenLetsAsManyThroughAsMustSucceed() {
        halfOpen();
        assertThat(breaker.leavesAlone()).isFalse();

        permit();
        permit();

        assertThat(breaker.acquire()).isNull();
        assertThat(state()).isEqualTo(Breaker.State.HALF_OPEN);
    }

    @Test
    void itClosesWhenAllOfThemSucceed() {
        halfOpen();
        permit().succeeded();
        assertThat(state()).isEqualTo(Breaker.State.HALF_OPEN);

        permit().succeeded();

        assertThat(breaker.snapshot()).isEqualTo(new Breaker.Snapshot(Breaker.State.CLOSED, now, 0, 0));
    }

    @Test
    void oneFailureOpensItAgainForTheWholeTime() {
        halfOpen();
        permit().succeeded();
        permit().failed();

        assertThat(state()).isEqualTo(Breaker.State.OPEN);
        assertThat(opened).isEqualTo(2);
        now = now.plusSeconds(9);
        assertThat(breaker.acquire()).isNull();
    }

    @Test
    void anEndThatSaysNothingNeitherClosesNorOpensItAndGivesItsPlaceBack() {
        halfOpen();
        for (int i = 0; i < 20; i++) {
            permit().saidNothing();
        }
        assertThat(state()).isEqualTo(Breaker.State.HALF_OPEN);

        permit().failed();

        assertThat(state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void anEndThatSaysNothingIsNotInTheWindow() {
        fails(3);
        permit().saidNothing();
        assertThat(breaker.snapshot().failures() + breaker.snapshot().successes())
                .isEqualTo(3);
    }

    @Test
    void whatBeganBeforeItOpenedDoesNotCloseIt() {
        Breaker.Permit old = permit();
        Breaker.Permit other = permit();
        halfOpen();
        Breaker.Permit probe = permit();

        old.succeeded();
        other.failed();

        assertThat(state()).isEqualTo(Breaker.State.HALF_OPEN);
        probe.succeeded();
        permit().succeeded();
        assertThat(state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void onlyTheFirstEndOfAPermitCounts() {
        halfOpen();
        Breaker.Permit permit = permit();
        permit.saidNothing();
        permit.failed();

        assertThat(state()).isEqualTo(Breaker.State.HALF_OPEN);
    }

    @Test
    void changedLimitsAreInForceAtOnce() {
        fails(4);
        limits = new Resilience.Breaker(4, 50, Duration.ZERO, 1);

        permit().succeeded();

        assertThat(state()).isEqualTo(Breaker.State.CLOSED);
    }
}
