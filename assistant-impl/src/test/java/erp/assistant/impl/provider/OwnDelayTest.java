package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnDelayTest {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HandAlarm clock = new HandAlarm();
    private final OwnDelay delay = new OwnDelay(CONNECT, clock::nanoTime);

    /** That is a provider, or a network, that takes no connections. */
    @Test
    void aConnectionThatIsGivenUpInTimeTellsNothingOfUs() {
        assertThat(delay.connecting(CONNECT.plusMillis(500))).isFalse();
        assertThat(delay.lasts()).isFalse();
    }

    @Test
    void oneThatNobodyHadTimeToGiveUpTellsThatWeAreBehindForAsLongAgain() {
        assertThat(delay.connecting(Duration.ofSeconds(7))).isTrue();

        clock.pass(Duration.ofSeconds(7).minusNanos(1));
        assertThat(delay.lasts()).isTrue();
        clock.pass(Duration.ofNanos(1));
        assertThat(delay.lasts()).isFalse();
    }

    @Test
    void aShorterDelayDoesNotEndALongerOne() {
        assertThat(delay.connecting(Duration.ofSeconds(20))).isTrue();
        assertThat(delay.connecting(Duration.ofSeconds(7))).isTrue();

        clock.pass(Duration.ofSeconds(8));

        assertThat(delay.lasts()).isTrue();
    }
}
