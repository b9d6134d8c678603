package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer ended is the provider's word, and nobody else's. */
public interface TerminalEventRules extends ModelUnderTest {

    /** {@code midcut} breaks the connection; {@code cleancut} ends the response as if all were well. */
    @ParameterizedTest
    @ValueSource(strings = {"midcut", "cleancut"})
    default void aStreamWithoutItsTerminalEventIsNeverComplete(String cut, Bench bench) {
        bench.stub().configure("gap=20 " + cut + "=100");

        ProviderFault truncated = bench.fault();

        assertThat(truncated.kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(truncated.inStream()).isFalse();
        bench.assertPartWasShownAndCounted(truncated);
    }

    @Test
    default void anEmptyStreamIsTruncated(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("empty200=100");

        ProviderFault truncated = bench.fault();

        assertThat(truncated.kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(truncated.contentShown()).isFalse();
    }

    @Test
    default void whatFollowsTheTerminalEventChangesNothing(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("late=1");

        assertThat(bench.complete().reason()).isEqualTo(Reason.END);
        assertThat(bench.sink().text()).isEqualTo(Bench.ANSWER);
    }

    @Test
    default void aRefusalOfTheModelIsAWordOfTheProvider(Bench bench) {
        bench.stub().configure("refusal=100");

        assertThat(bench.complete().reason()).isEqualTo(Reason.REFUSAL);
        assertThat(bench.sink().pieces()).isEmpty();
    }

    @Test
    default void theOutputCapIsSentAndItsReachIsToldAsLength(Bench bench) {
        bench.stub().configure("tokens=500");

        Completion completion = bench.complete();

        assertThat(completion.reason()).isEqualTo(Reason.LENGTH);
        assertThat(completion.reason().complete()).isFalse();
        assertThat(completion.usage().output()).isEqualTo(Bench.CAP);
    }
}
