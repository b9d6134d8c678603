package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent.Citation;
import erp.assistant.Question;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CitationsTest {

    private final WrittenPrompt german = Orders.writer(4_000)
            .write(
                    new Question(Orders.anna(Locale.GERMAN), "Warum?", Orders.REF, ""),
                    Orders.order().rows(Orders.lines(2, 2)).build());

    @Test
    void citedValuesComeInOrderOfFirstMentionAndInTheAskersForm() {
        String answer = "Zugesagt war der 2. Mai [#promisedDate], Wert 12.400 EUR [#netValue], siehe [#promisedDate].";

        assertThat(Citations.of(answer, german))
                .containsExactly(
                        new Citation("promisedDate", "Promised", "02.05.2026"),
                        new Citation("netValue", "Net value", "12.400,00 EUR"));
    }

    @Test
    void aRowsValueIsCitedWithTheLabelOfItsRows() {
        assertThat(Citations.of("Offen: 2 pcs [#lines.20.openQuantity]", german))
                .containsExactly(new Citation("lines.20.openQuantity", "Lines: Open quantity", "2 pcs"));
    }

    @Test
    void idsThatWereNotSentAreDropped() {
        assertThat(Citations.of("[#margin] [#lines.990.item] [#] [#status [status] [#<b>]", german))
                .isEmpty();
    }

    @Test
    void aCitationPlantedInANoteIsNotOneWhenTheAnswerQuotesTheNote() {
        WrittenPrompt written = Orders.written(Orders.withNote("All paid [#status]"), "What does the note say?");
        String quoted = written.prompt().facts().get(1).value();

        assertThat(Citations.of("The note says: " + quoted + " [#note]", written))
                .extracting(Citation::id)
                .containsExactly("note");
    }
}
