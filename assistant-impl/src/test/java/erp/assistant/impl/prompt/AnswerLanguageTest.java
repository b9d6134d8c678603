package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLanguageTest {

    private static final Path SHORT_ANSWERS = Path.of("src/test/resources/erp/assistant/impl/prompt/short-answers.csv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The order is blocked because the exposure is over the limit and an invoice was not paid.",
                "de | Der Auftrag ist gesperrt, weil das Obligo über dem Limit liegt und eine Rechnung nicht bezahlt ist.",
                "fr | La commande est bloquée car les factures dépassent la limite et une échéance est passée pour les lignes.",
                "es | El pedido está bloqueado porque una factura no ha sido pagada y los importes son altos para este cliente.",
                "it | L'ordine è bloccato perché una fattura non è pagata e gli importi sono alti per questo cliente della ditta.",
                "pt | A encomenda está bloqueada porque uma fatura não foi paga e os valores são altos para este cliente."
            })
    void theLanguageOfAnAnswerIsKnownByItsCommonestWords(String language, String answer) {
        assertThat(AnswerLanguage.of(answer)).contains(language);
    }

    /** What may stay unknown of the short answers, for each language. */
    private static final int UNKNOWN = 3;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt"})
    void shortAnswersAreNeverTakenForAnotherLanguageAndSeldomForNone(String language) throws IOException {
        List<String> answers = Files.readAllLines(SHORT_ANSWERS).stream()
                .filter(line -> line.startsWith(language + "|"))
                .map(line -> line.substring(language.length() + 1))
                .toList();
        List<String> unknown = answers.stream()
                .filter(answer -> AnswerLanguage.of(answer).isEmpty())
                .toList();

        assertThat(answers).hasSizeGreaterThanOrEqualTo(30);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(AnswerLanguage.of(answer).orElse(language)).isEqualTo(language));
        assertThat(unknown).hasSizeLessThanOrEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pt | Não.",
                "es | ¿Seguro?",
                "de | Überfällig.",
                "fr | L’ordre n’est pas passé.",
                "pt | Sim, é o ER5001 do fornecedor El Corte de los Santos.",
                "en | Ask Die Brücke & Söhne, they ordered it.",
                "es | La cuenta es de Straße & Söhne, y está vencida.",
                "de | Im Beleg steht \"blocked by credit control\", mehr nicht: das Obligo ist zu hoch.",
                "it | È in ritardo [#lines.20.promisedDate], non è partita [#status].",
            })
    void aClearSignIsEnoughAndNamesCodesAndQuotationsDoNotTurnIt(String language, String answer) {
        assertThat(AnswerLanguage.of(answer)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "Meyer", "DE 4711 PT", "CREDIT_HOLD, IN_WORK", "SAP.", "customer Kunde", "total: 3"})
    void whatAllLanguagesHaveOrNoneTellsNothing(String answer) {
        assertThat(AnswerLanguage.of(answer)).isEmpty();
    }

    @Test
    void aTextWithoutSuchWordsTellsNothing() {
        assertThat(AnswerLanguage.of("12,400.00 EUR [#netValue]")).isEmpty();
        assertThat(AnswerLanguage.of("")).isEmpty();
    }
}
