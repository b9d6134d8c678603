package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String plain(Value value) {
        return new PlainValues(BERLIN).of(value);
    }

    private static String local(String language, Value value) {
        return new LocalValues(Locale.forLanguageTag(language), BERLIN)
                .of(value)
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ');
    }

    private static Value money(String amount, String currency) {
        return new Value.Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    @Test
    void plainValuesAreUnambiguous() {
        assertThat(plain(money("12400", "EUR"))).isEqualTo("12400.00 EUR");
        assertThat(plain(money("-0.125", "EUR"))).isEqualTo("-0.125 EUR");
        assertThat(plain(money("1E+3", "JPY"))).isEqualTo("1000 JPY");
        assertThat(plain(new Value.Quantity(new BigDecimal("12.000"), "pcs"))).isEqualTo("12 pcs");
        assertThat(plain(new Value.Quantity(new BigDecimal("1200"), ""))).isEqualTo("1200");
        assertThat(plain(new Value.Percent(new BigDecimal("12.50")))).isEqualTo("12.5 %");
        assertThat(plain(new Value.Day(LocalDate.of(2026, 5, 2)))).isEqualTo("2026-05-02");
        assertThat(plain(new Value.Moment(Instant.parse("2026-05-02T22:30:00Z"))))
                .isEqualTo("2026-05-03 00:30");
        assertThat(plain(new Value.Flag(true))).isEqualTo("yes");
        assertThat(plain(new Value.Flag(false))).isEqualTo("no");
        assertThat(plain(new Value.Missing())).isEqualTo("not set");
        assertThat(plain(new Value.Text(" \u200B "))).isEqualTo("not set");
    }

    @Test
    void anAbsurdScaleDoesNotFloodThePrompt() {
        assertThat(plain(new Value.Quantity(new BigDecimal("1E+1000000"), "pcs")))
                .isEqualTo("1E+1000000 pcs");
        assertThat(plain(money("1E+1000000", "EUR"))).isEqualTo("1E+1000000 EUR");
        assertThat(local("de", money("1E+1000000", "EUR"))).isEqualTo("1E+1000000 EUR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | 12,400.00 EUR | May 2, 2026",
                "de    | 12.400,00 EUR | 02.05.2026",
                "fr    | 12 400,00 EUR | 2 mai 2026",
                "es    | 12.400,00 EUR | 2 may 2026",
                "it    | 12.400,00 EUR | 2 mag 2026",
                "pt    | 12.400,00 EUR | 2 de mai. de 2026",
                "de-CH | 12’400.00 EUR | 02.05.2026"
            })
    void localValuesAreWrittenAsTheLanguageDoes(String language, String amount, String date) {
        assertThat(local(language, money("12400", "EUR"))).isEqualTo(amount);
        assertThat(local(language, new Value.Day(LocalDate.of(2026, 5, 2)))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "en,yes,no,not set",
        "de,ja,nein,nicht gesetzt",
        "fr,oui,non,non renseigné",
        "es,sí,no,sin indicar",
        "it,sì,no,non indicato",
        "pt,sim,não,não indicado",
        "ja,yes,no,not set"
    })
    void wordsAreInTheLanguage(String language, String yes, String no, String notSet) {
        assertThat(local(language, new Value.Flag(true))).isEqualTo(yes);
        assertThat(local(language, new Value.Flag(false))).isEqualTo(no);
        assertThat(local(language, new Value.Missing())).isEqualTo(notSet);
    }

    @Test
    void localNumbersAreExact() {
        assertThat(local("de", money("123456789012345678901.23", "EUR")))
                .isEqualTo("123.456.789.012.345.678.901,23 EUR");
        assertThat(local("de", new Value.Quantity(new BigDecimal("0.0001"), "kg")))
                .isEqualTo("0,0001 kg");
        assertThat(local("de", new Value.Percent(new BigDecimal("12.50")))).isEqualTo("12,5 %");
        assertThat(local("de", new Value.Moment(Instant.parse("2026-05-02T12:30:00Z"))))
                .contains("02.05.2026", "14:30");
    }
}
