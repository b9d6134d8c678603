package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four time budgets: to the connection, to the first content, between content, and in all. */
public interface TimeBudgetRules extends ModelUnderTest {

    @Test
    default void aProviderThatIsNotThereIsAConnectFault(Bench bench) {
        bench.stub().close();

        ProviderFault gone = bench.fault();

        assertThat(gone.kind()).isEqualTo(Kind.CONNECT);
        assertThat(gone.status()).isZero();
        assertThat(gone.sent()).isFalse();
        assertThat(gone.usage()).isEqualTo(TokenUsage.NONE);
    }

    @Test
    default void aProviderThatTakesNoConnectionRunsOutOfTheConnectBudget(Bench bench) throws Exception {
        try (FullPort port = FullPort.open()) {
            bench.address(port.address(), Bench.SHORT);

            ProviderFault gone = bench.fault();

            assertThat(gone.kind()).isEqualTo(Kind.CONNECT);
            assertThat(gone.sent()).isFalse();
            assertThat(gone.usage()).isEqualTo(TokenUsage.NONE);
        }
    }

    /** No head; a head and nothing more; a head and pings for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"hang=100", "head=0 ttft=30000", "pings=100"})
    default void aProviderWithoutContentRunsOutOfTheFirstBudget(String silence, Bench bench) {
        bench.stub().configure(silence);
        bench.patience(Bench.SHORT, Bench.LONG);

        ProviderFault timeout = bench.fault();

        assertThat(timeout.kind()).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
        assertThat(timeout.contentShown()).isFalse();
        assertThat(timeout.usage()).isEqualTo(new TokenUsage(Bench.ESTIMATED_INPUT, 0, 0, 0, 0, 0, Source.ESTIMATED));
        bench.awaitHangUp();
    }

    /** Silence, and pings for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"hangmid", "pingsmid"})
    default void aProviderThatStallsRunsOutOfTheIdleBudget(String stall, Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure(stall + "=100");
        bench.patience(Bench.LONG, Bench.SHORT);

        ProviderFault timeout = bench.fault();

        assertThat(timeout.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
        bench.assertPartWasShownAndCounted(timeout);
        bench.awaitHangUp();
    }

    @Test
    default void aHealthyAnswerMayLastLongerThanTheShortBudgets(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("tokens=60 gap=20");
        bench.patience(Bench.SHORT, Bench.SHORT);

        assertThat(bench.complete().reason()).isEqualTo(Reason.END);
    }

    @Test
    default void theDeadlineEndsAStreamThatNeverIsSilent(Bench bench) {
        bench.stub().configure("tokens=400 gap=25");

        ProviderFault timeout = Bench.fault(bench.ask(bench.request(Bench.SHORT), bench.sink()));

        assertThat(timeout.kind()).isEqualTo(Kind.TOTAL_TIMEOUT);
        assertThat(timeout.contentShown()).isEqualTo(streams());
        bench.awaitHangUp();
    }

    @Test
    default void aDeadlineThatIsOverSendsNothing(Bench bench) {
        ProviderFault timeout = Bench.fault(bench.ask(bench.request(Duration.ofSeconds(-1)), bench.sink()));

        assertThat(timeout.kind()).isEqualTo(Kind.TOTAL_TIMEOUT);
        assertThat(timeout.sent()).isFalse();
        assertThat(timeout.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(bench.stub().stats().requests()).isZero();
    }
}
