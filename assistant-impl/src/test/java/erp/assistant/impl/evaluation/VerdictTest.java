package erp.assistant.impl.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Map<String, String> SENT =
            Map.of("daysLate", "12", "reason", "Credit hold", "blocked", "yes", "lines.10.margin", "3");

    private static Verdict verdict(
            List<Expectation> expected, List<Expectation> forbidden, String text, String... cited) {
        EvaluationCase content = new EvaluationCase(
                "1", "1", Map.of("en", "Why?"), Cases.ORDER, "anna", Set.of(), expected, forbidden, false);
        return Verdict.of(content, Cases.reply(text, SENT, cited), new FakeSaying());
    }

    private static Verdict expecting(Expectation expected, String text, String... cited) {
        return verdict(List.of(expected), List.of(), text, cited);
    }

    @Test
    void aFigureMustBeSaidEvenIfItIsCited() {
        Expectation late = new Expectation.FieldValue("daysLate");

        assertThat(expecting(late, "It is 12 days late.").right()).containsExactly("daysLate");
        assertThat(expecting(late, "It is 13 days late.", "daysLate").missing()).containsExactly("daysLate");
    }

    @Test
    void wordsMaySayItInTheAnswersOwnIfTheyAreCited() {
        Expectation reason = new Expectation.FieldValue("reason");

        assertThat(expecting(reason, "Kreditsperre", "reason").right()).containsExactly("reason");
        assertThat(expecting(reason, "Credit hold").right()).containsExactly("reason");
        assertThat(expecting(reason, "Kreditsperre").missing()).containsExactly("reason");
    }

    @Test
    void yesAndNoAreInManyAnAnswer() {
        Expectation blocked = new Expectation.FieldValue("blocked");

        assertThat(expecting(blocked, "It was yesterday.").missing()).containsExactly("blocked");
        assertThat(expecting(blocked, "It is stopped.", "blocked").right()).containsExactly("blocked");
    }

    @Test
    void whatWasNotSentIsMissingThoughTheAnswerSaysSomething() {
        assertThat(expecting(new Expectation.FieldValue("credit"), "credit 12", "credit")
                        .missing())
                .containsExactly("credit");
    }

    @Test
    void whatMustNotBeSentIsFoundInAnyRow() {
        List<Expectation> forbidden = List.of(
                new Expectation.FieldValue("margin"),
                new Expectation.FieldValue("iban"),
                new Expectation.Said("DE89"),
                new Expectation.Said("secret"));

        assertThat(verdict(List.of(), forbidden, "Pay to DE89 3704.").forbiddenFound())
                .containsExactly("margin", "DE89");
    }
}
