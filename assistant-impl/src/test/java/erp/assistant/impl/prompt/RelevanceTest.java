package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

    private static int score(String question, String id, String label, String value) {
        return new Relevance(question, "Sales order 4711").of(id, label, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When is the delivery?                     | Promised delivery date",
                "Wann wird geliefert?                      | Promised delivery date",
                "Quand est prévue la livraison ?           | Lieferdatum",
                "¿Por qué está bloqueado el pedido?        | Sperrgrund",
                "Quanto costa al cliente?                  | Customer",
                "Qual é o limite de crédito?               | Kreditlimit",
                "Why is the invoice overdue?               | Rechnungsbetrag",
                "Was ist das Datum?                        | Lieferdatum",
                "Welcher Rabatt gilt?                      | Discount"
            })
    void aQuestionFindsItsLabelAcrossFormsCompoundsAndLanguages(String question, String label) {
        assertThat(score(question, "field", label, "x"))
                .as(question)
                .isGreaterThan(score(question, "field", "Colour", "x"))
                .isPositive();
    }

    @Test
    void theSameWordWeighsMoreThanAPartAndALabelMoreThanAValue() {
        assertThat(score("status", "x", "Status", "")).isGreaterThan(score("status", "x", "Statusgruppe", ""));
        assertThat(score("status", "x", "Status", "")).isGreaterThan(score("status", "x", "", "Status"));
    }

    @Test
    void aLineNumberFindsItsRowAndNoOther() {
        assertThat(score("What about 20?", "lines.20.open", "Open", "1")).isPositive();
        assertThat(score("What about 20?", "lines.200.open", "Open", "1")).isZero();
    }

    @Test
    void theNameOfTheRecordItselfIsNotWhatIsAskedAbout() {
        assertThat(score("Why is this order late?", "orderDate", "Ordered on", ""))
                .isZero();
        assertThat(score("Why is this order late?", "daysLate", "Late by", "")).isPositive();
        assertThat(score("When was it ordered?", "orderDate", "Ordered on", "")).isPositive();
    }

    @Test
    void wordsThatSayNothingFindNothing() {
        assertThat(score("What is the and why does it", "what", "The which", "what is the"))
                .isZero();
        assertThat(score("", "status", "Status", "Blocked")).isZero();
    }
}
