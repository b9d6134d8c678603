package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.Problem;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningAnswerTest {

    private final Office office = new Office();

    @Test
    void anEndThatCannotBeToldIsToldAsAFailureWithAReference() {
        Picky sink = new Picky();
        office.assistant.ask(Office.question("Why is it late?"), sink);

        office.provider.end.complete(new Completion(
                Completion.Reason.END,
                Completion.Source.PRIMARY,
                "anthropic",
                "claude-haiku-4-5",
                TokenUsage.NONE,
                "req_1"));

        assertThat(sink.taken).last().isInstanceOfSatisfying(AnswerEvent.Failed.class, failed -> {
            assertThat(failed.problem().code()).isEqualTo(Problem.Code.INTERNAL);
            assertThat(failed.problem().detail()).contains("reference").doesNotContain("the figures");
        });
        assertThat(office.answers()).containsExactly("settled end primary");
    }

    /** Takes everything but the end. */
    private static final class Picky implements AnswerSink {
        final List<AnswerEvent> taken = new ArrayList<>();

        @Override
        public void accept(AnswerEvent event) {
            if (event instanceof AnswerEvent.Done) {
                throw new IllegalStateException("the figures cannot be written");
            }
            taken.add(event);
        }
    }
}
