package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SayingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12400.00 EUR|The limit is 12,400 EUR.",
                "12400.00 EUR|Das Limit liegt bei 12.400,00 €.",
                "12400.00 EUR|La limite est de 12\u202F400 €.",
                "12400.50 EUR|Il limite è di 12.400,50 euro.",
                "2026-05-02|Promised for 2 May [#promisedDate]",
                "2026-05-02|Zugesagt für den 02.05.2026.",
                "2026-05-02|Prometido para el 2 de mayo.",
                "2026-05-02 14:30|On 2 May 2026 at 14:30.",
                "12.5 %|12,5 %",
                "45 days|seit 45 Tagen",
                "-5|5 days early",
                "SO-2025/88|siehe so-2025/88",
                "5.600,00|about 5,600.00 EUR",
                "EUR 5,600|das sind 5.600 EUR",
                "Credit hold|It is on **credit hold** since Monday.",
                "Überfällig|ist ueber, also UBERFALLIG."
            })
    void aValueIsFoundHoweverItIsWritten(String value, String answer) {
        assertThat(Sayings.says(answer, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12400.00 EUR|The limit is 12,500 EUR.",
                "12400.50 EUR|about 12,400 EUR",
                "2026-05-02|Promised for 3 May.",
                "2026-05-02|Promised for 2 May 2025.",
                "2026-05-02 14:30|On 2 May 2026.",
                "45 days|cited alone [#daysOverdue]",
                "45 days|[#lines.45.open]",
                "7|17 days",
                "Credit hold|The credit is fine, hold on.",
                "late|The latest order",
                "open|"
            })
    void anotherValueIsNotTakenForIt(String value, String answer) {
        assertThat(Sayings.says(answer == null ? "" : answer, value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12400.00 EUR", "2026-05-02", "2026-05-02 14:30", "12 pcs", "7", "SO-4711", "-3 days", "€ 5,600"
            })
    void aNumberDateOrCodeWithItsUnitIsAFigure(String value) {
        assertThat(Sayings.isFigure(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Credit hold", "yes", "", "Meier GmbH 24", "2 of the 5 lines are late", "Ask Vera by 2026-05-02"
            })
    void wordsAreNoFigureThoughTheyMayHoldOne(String value) {
        assertThat(Sayings.isFigure(value)).isFalse();
    }

    @Test
    void allFiguresOfAValueMustBeThere() {
        assertThat(Sayings.says("between 3 and 5 weeks", "3-5 weeks")).isTrue();
        assertThat(Sayings.says("3 weeks", "3-5 weeks")).isFalse();
    }
}
