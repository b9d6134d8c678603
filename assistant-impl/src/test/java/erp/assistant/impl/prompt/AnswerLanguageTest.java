package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerLanguageTest {

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

    @Test
    void aTextWithoutSuchWordsTellsNothing() {
        assertThat(AnswerLanguage.of("12,400.00 EUR [#netValue]")).isEmpty();
        assertThat(AnswerLanguage.of("")).isEmpty();
    }
}
