package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.Problem;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

    @Test
    void theAskerReadsPersonalDataThatTheProviderNeverHad() {
        Office.Browser browser = new Office.Browser();
        office.assistant.ask(Office.question("Is eva.weber@nordwerk.de right?"), browser);

        assertThat(office.provider.request().prompt().user())
                .contains("{email-1}")
                .doesNotContain("eva.weber");
        for (String piece : List.of("Yes, {em", "ail-1", "} is. [see](http", "://evil.example) <", "b>")) {
            office.provider.sink().accept(new ChatEvent.Text(piece));
        }
        office.provider.end.complete(new Completion(
                Completion.Reason.END,
                Completion.Source.PRIMARY,
                "anthropic",
                "claude-haiku-4-5",
                TokenUsage.NONE,
                "req_1"));

        String shown = browser.events.stream()
                .filter(AnswerEvent.Delta.class::isInstance)
                .map(event -> ((AnswerEvent.Delta) event).text())
                .collect(Collectors.joining());
        assertThat(shown).isEqualTo("Yes, eva.weber@nordwerk.de is. [see] (http:/ /evil.example) ‹b>");
        AnswerEvent.Receipt receipt = browser.done().receipt();
        assertThat(receipt.recipients()).containsExactly(new AnswerEvent.Recipient("anthropic", ""));
        assertThat(receipt.sent()).extracting(AnswerEvent.SentValue::id).contains("status");
        assertThat(browser.done().figures().unmatched()).isEmpty();
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
