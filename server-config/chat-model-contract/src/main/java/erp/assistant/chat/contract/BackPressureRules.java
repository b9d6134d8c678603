package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault.Kind;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A slow reader slows its own provider stream, and no other. */
public interface BackPressureRules extends ModelUnderTest {

    @Test
    default void aSlowReaderHoldsOnlyItsOwnProviderStreamBackAndLosesNothing(Bench bench) {
        bench.onlyIfItStreams();
        String text = ("x".repeat(16_000) + " ").repeat(2_000);
        bench.stub().script(text);
        bench.stub().configure("piece=16001 capmax=0");
        bench.sink().fallBehind();
        CompletionStage<Completion> slow = bench.ask();
        bench.await(stats -> stats.blocked() == 1);
        bench.stub().script(Bench.ANSWER);

        for (int other = 0; other < 5; other++) {
            Completion completion = Bench.complete(bench.ask(bench.request(), new RecordingSink()));
            assertThat(completion.reason()).isEqualTo(Reason.END);
        }

        assertThat(bench.stub().stats().blocked()).isEqualTo(1);
        assertThat(bench.stub().stats().sentBytes()).isLessThan(text.length() / 2);
        assertThat(bench.sink().pieces()).isEmpty();
        assertThat(slow.toCompletableFuture()).isNotDone();
        bench.sink().catchUp();
        assertThat(Bench.complete(slow).reason()).isEqualTo(Reason.END);
        assertThat(bench.sink().text()).isEqualTo(text);
    }

    /** The silence is not the provider's. */
    @Test
    default void aReaderWhoWaitsUsesUpNoBudgetOfTheProviders(Bench bench) {
        bench.onlyIfItStreams();
        bench.patience(Bench.SHORT, Bench.SHORT);
        bench.sink().fallBehind();
        CompletionStage<Completion> slow = bench.ask();

        bench.sink().catchUpAfter(Bench.SHORT.multipliedBy(3));

        assertThat(Bench.complete(slow).reason()).isEqualTo(Reason.END);
        assertThat(bench.sink().text()).isEqualTo(Bench.ANSWER);
    }

    @Test
    default void aReaderThatFailsEndsTheStream(Bench bench) {
        bench.stub().configure("gap=20");
        bench.sink().fail();

        assertThat(bench.fault().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(bench.sink().pieces()).hasSize(1);
        if (streams()) {
            bench.awaitHangUp();
        }
    }
}
