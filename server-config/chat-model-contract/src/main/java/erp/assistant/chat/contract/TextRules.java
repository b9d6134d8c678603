package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer's text: whole, in order, while it arrives. */
public interface TextRules extends ModelUnderTest {

    @Test
    default void anAnswerArrivesInPiecesAndEndsWithTheProvidersWord(Bench bench) {
        // An adapter may pass on as one piece what one read of the network brought.
        bench.stub().configure("gap=20");
        Completion completion = bench.complete();

        assertThat(bench.sink().text()).isEqualTo(Bench.ANSWER);
        assertThat(bench.sink().pieces()).hasSizeGreaterThan(streams() ? 1 : 0);
        assertThat(completion.reason()).isEqualTo(Reason.END);
        assertThat(completion.provider()).isEqualTo(provider());
        assertThat(completion.model()).isEqualTo(Bench.MODEL);
        assertThat(completion.requestId()).isEqualTo("req_stub");
    }

    @Test
    default void textIsPassedOnBeforeTheAnswerEnds(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("tokens=400 gap=50");
        CompletionStage<Completion> stage = bench.ask();

        assertThat(bench.sink().awaitFirst()).isTrue();
        assertThat(stage.toCompletableFuture()).isNotDone();

        bench.sink().cancellation().cancel();
        Bench.fault(stage);
    }

    /** Splits fall inside characters and line ends. */
    @ParameterizedTest
    @ValueSource(strings = {"crlf=0", "crlf=1", "crlf=1 lorisbytes=3", "crlf=0 lorisbytes=7"})
    default void aDribbledAnswerIsTheSame(String lines, Bench bench) {
        bench.stub().configure("loris=100 lorisbytes=1 lorisgap=0 " + lines);

        assertThat(bench.complete().reason()).isEqualTo(Reason.END);
        assertThat(bench.sink().text()).isEqualTo(Bench.ANSWER);
    }

    @Test
    default void eventsOfUnknownKindsArePassedOver(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("noise=1");

        assertThat(bench.complete().reason()).isEqualTo(Reason.END);
        assertThat(bench.sink().text()).isEqualTo(Bench.ANSWER);
    }

    @Test
    default void aPieceOfTwoMegabytesIsPassedOnWhole(Bench bench) {
        String text = "größer".repeat(250_000);
        bench.stub().script(text);
        bench.stub().configure("piece=2000000");

        assertThat(bench.complete().reason()).isEqualTo(Reason.END);
        assertThat(bench.sink().text()).isEqualTo(text);
    }
}
