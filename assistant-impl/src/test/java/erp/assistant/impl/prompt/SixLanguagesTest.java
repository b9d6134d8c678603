package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.Question;
import erp.assistant.chat.Fact;
import erp.assistant.record.BusinessRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question about the same record has the same facts sent in each of the staff's languages, and an answer its own form of them. */
class SixLanguagesTest {

    private static final BusinessRecord ORDER =
            Orders.order().rows(Orders.lines(3, 3)).build();

    private static WrittenPrompt written(String language, String question) {
        Question asked = new Question(Orders.anna(Locale.forLanguageTag(language)), question, Orders.REF, "");
        return new PromptWriter(
                        TestSettings.USUAL.withMaxPromptTokens(1_500).withTargetTokens(450)::build, Orders.CLOCK)
                .write(asked, ORDER);
    }

    private static final List<String> QUESTIONS = List.of(
            "en|What date was promised, and what is late?",
            "de|Welches Datum wurde zugesagt, und was ist verspätet?",
            "fr|Quelle date a été promise, et qu'est-ce qui est en retard ?",
            "es|¿Qué fecha se prometió y qué está retrasado?",
            "it|Quale data è stata promessa, e cosa è in ritardo?",
            "pt|Que data foi prometida, e o que está atrasado?");

    @Test
    void theSameQuestionHasTheSameFactsSentInEachLanguage() {
        List<List<Fact>> facts = QUESTIONS.stream()
                .map(question -> question.split("\\|", 2))
                .map(question -> written(question[0], question[1]).prompt().facts())
                .toList();

        // Without labels: how many rows there are is told in the asker's language.
        assertThat(facts)
                .allSatisfy(sent -> assertThat(sent)
                        .extracting(Fact::id, Fact::value)
                        .containsExactlyInAnyOrderElementsOf(facts.get(0).stream()
                                .map(fact -> tuple(fact.id(), fact.value()))
                                .toList()));
        assertThat(facts.get(0)).extracting(Fact::id).contains("promisedDate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 12,400.00 EUR | May 2, 2026",
                "de | 12.400,00 EUR | 02.05.2026",
                "fr | 12 400,00 EUR | 2 mai 2026",
                "es | 12.400,00 EUR | 2 may 2026",
                "it | 12.400,00 EUR | 2 mag 2026",
                "pt | 12 400,00 EUR | 2 de mai"
            })
    void valuesAreShownInTheLanguagesOwnFormAndAnAnswerInItIsExplained(String language, String amount, String date) {
        WrittenPrompt written = written(language, "netValue promisedDate?");
        String shown = written.citable().stream()
                .map(value -> value.citation().value())
                .collect(Collectors.joining("; "));

        assertThat(shown.replaceAll("[\\u00A0\\u202F]", " ")).contains(date);
        assertThat(FigureCheck.of(shown, written).unmatched()).isEmpty();
        assertThat(FigureCheck.of(amount + ", " + date, written)).isEqualTo(new Figures(2, List.of()));
        assertThat(written.prompt().system()).contains("Answer in ");
    }
}
