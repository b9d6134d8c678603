package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An asker who leaves: the connection closes at once, or the provider goes on, and on charging. */
public interface CancellationRules extends ModelUnderTest {

    @Test
    default void whatIsCancelledBeforeItBeginsSendsNothing(Bench bench) {
        bench.sink().cancellation().cancel();

        ProviderFault cancelled = bench.fault();

        assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(cancelled.sent()).isFalse();
        assertThat(cancelled.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(bench.stub().stats().requests()).isZero();
    }

    /** Before the head, and between head and first content. */
    @ParameterizedTest
    @ValueSource(strings = {"hang=100", "pings=100"})
    default void cancellingBeforeTheFirstTokenClosesTheConnection(String silence, Bench bench) {
        bench.stub().configure(silence);
        CompletionStage<Completion> stage = bench.ask();
        bench.await(stats -> stats.active() == 1);

        bench.sink().cancellation().cancel();

        assertThat(Bench.fault(stage).kind()).isEqualTo(Kind.CANCELLED);
        bench.awaitHangUp();
    }

    @Test
    default void cancellingAfterTheFirstTokenClosesTheConnection(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("tokens=400 gap=50");
        CompletionStage<Completion> stage = bench.ask();
        assertThat(bench.sink().awaitFirst()).isTrue();

        bench.sink().cancellation().cancel();

        ProviderFault cancelled = Bench.fault(stage);
        assertThat(cancelled.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(cancelled.contentShown()).isTrue();
        assertThat(cancelled.sent()).isTrue();
        assertThat(cancelled.usage().totalInput()).isPositive();
        assertThat(cancelled.usage().output()).isPositive();
        bench.awaitHangUp();
    }

    @Test
    default void cancellingAfterTheEndChangesNothing(Bench bench) {
        CompletionStage<Completion> stage = bench.ask();
        Bench.complete(stage);

        bench.sink().cancellation().cancel();

        assertThat(Bench.complete(stage).reason()).isEqualTo(Reason.END);
        assertThat(bench.stub().stats().clientAborts()).isZero();
    }

    @Test
    default void abandonedAnswersLeaveNoConnection(Bench bench) {
        int many = 40;
        bench.stub().configure("pings=100");
        List<RecordingSink> readers = new ArrayList<>();
        List<CompletionStage<Completion>> stages = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            RecordingSink reader = new RecordingSink();
            readers.add(reader);
            stages.add(bench.ask(bench.request(), reader));
        }
        bench.await(stats -> stats.active() == many);

        readers.forEach(reader -> reader.cancellation().cancel());

        stages.forEach(stage -> assertThat(Bench.fault(stage).kind()).isEqualTo(Kind.CANCELLED));
        bench.await(stats -> stats.clientAborts() == many && stats.connections() == 0);
    }
}
