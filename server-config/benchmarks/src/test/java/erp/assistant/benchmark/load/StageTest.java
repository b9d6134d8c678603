package erp.assistant.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void clientsJoinEvenlyOverTheRamp() {
        Stage stage = Stage.clients(300, Duration.ofSeconds(4), Duration.ZERO);

        assertThat(stage.dueNanos(100, 100)).isZero();
        assertThat(stage.dueNanos(100, 200)).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(stage.dueNanos(100, 299)).isLessThan(Duration.ofSeconds(4).toNanos());
    }

    @Test
    void onlyClientsWithoutRateAskAgain() {
        assertThat(Stage.clients(1, Duration.ZERO, Duration.ZERO).asksAgain()).isTrue();
        assertThat(Stage.rate(5, Duration.ZERO).asksAgain()).isFalse();
        assertThat(Stage.quiet(Duration.ZERO).asksAgain()).isFalse();
        assertThat(Stage.quiet(Duration.ZERO).open()).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Stage.rate(-1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
