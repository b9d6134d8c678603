package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Connections and callers: neither is held longer than it must be. */
public interface ConnectionRules extends ModelUnderTest {

    @Test
    default void theCallerDoesNotWaitForTheProvider(Bench bench) {
        bench.stub().configure("hang=100");
        bench.model();
        long began = System.nanoTime();

        CompletionStage<Completion> stage = bench.ask();

        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
        assertThat(stage.toCompletableFuture()).isNotDone();
        bench.sink().cancellation().cancel();
        Bench.fault(stage);
    }

    @Test
    default void aCompletedAnswersConnectionServesTheNextOneOrIsClosed(Bench bench) {
        bench.complete();
        Bench.complete(bench.ask(bench.request(), new RecordingSink()));

        bench.await(stats -> stats.requests() == 2 && stats.active() == 0 && stats.connections() <= 1);
        assertThat(bench.stub().stats().clientAborts()).isZero();
    }

    @Test
    default void aConnectionThatTheProviderHasClosedMeanwhileIsNotUsed(Bench bench) {
        bench.stub().configure("stale=1");
        for (int i = 0; i < 5; i++) {
            RecordingSink reader = new RecordingSink();
            assertThat(Bench.complete(bench.ask(bench.request(), reader)).reason())
                    .isEqualTo(Reason.END);
            bench.await(stats -> stats.connections() == 0);
            bench.breathe();
        }

        assertThat(bench.stub().stats().requests()).isEqualTo(5);
    }

    @Test
    default void manyAnswersAtOnceAreEachTheirOwn(Bench bench) {
        int many = 30;
        bench.stub().configure("gap=5");
        List<RecordingSink> readers = new ArrayList<>();
        List<CompletionStage<Completion>> stages = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            RecordingSink reader = new RecordingSink();
            readers.add(reader);
            stages.add(bench.ask(bench.request(), reader));
        }

        stages.forEach(stage -> assertThat(Bench.complete(stage).reason()).isEqualTo(Reason.END));
        assertThat(readers).allSatisfy(reader -> assertThat(reader.text()).isEqualTo(Bench.ANSWER));
    }
}
