package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCheckTest {

    private static final List<String> LANGUAGES =
            List.of("en-US", "en-GB", "de", "de-CH", "fr", "fr-CH", "es", "it", "pt-PT", "pt-BR");

    private static final BusinessRecord ORDER = Orders.order()
            .field(Field.of("discount", "Discount", new Value.Percent(new BigDecimal("12.5"))))
            .field(Field.of("changed", "Changed", new Value.Moment(Instant.parse("2026-05-02T12:30:00Z"))))
            .field(Field.of("delta", "Difference", new Value.Quantity(new BigDecimal("-7"), "pcs")))
            .text("contract", "Contract", "SO-2025/88 of 1.234,50 EUR")
            .rows(Orders.lines(2, 20))
            .build();

    private static Figures check(String answer) {
        return FigureCheck.of(answer, Orders.written(ORDER, "Can we ship 35 pcs of EN10204?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,400.00 EUR",
                "12.400,00 EUR",
                "12 400,00 EUR",
                "12\u202F400,00 EUR",
                "12\u00A0400 EUR",
                "12'400.00 EUR",
                "12’400 EUR",
                "12400 EUR",
                "EUR12,400.00",
                "€12,400",
                "12.5 %",
                "12,5%",
                "12.50 per cent",
                "**3** days",
                "3-day delay",
                "7 pcs fewer",
                "2026-05-02",
                "02.05.2026",
                "2.5.2026",
                "02/05/2026",
                "5/2/26",
                "2 May 2026",
                "2nd of May, 2026",
                "May 2, 2026",
                "May 2",
                "2 May.",
                "2 mai 2026",
                "2\u00A0mai",
                "le 2 mai",
                "am 2. Mai 2026",
                "2. Mai",
                "02.05.",
                "2 de mayo de 2026",
                "2 de mayo",
                "2 may 2026",
                "2 maggio 2026",
                "2 mag 2026",
                "2 de maio de 2026",
                "May 2026",
                "in 2026",
                "at 14:30",
                "à 14h30",
                "35 pcs",
                "EN10204",
                "order 4711",
                "line 10 and line 20",
                "20 lines, 2 listed, 18 more",
                "SO-2025/88",
                "1,234.50",
                "today, 5 May 2026",
                "12.4k EUR",
                "€12.4k",
                "12 K EUR",
                "12,4 Tsd. EUR",
                "12,4 TEUR",
                "12.4 thousand EUR",
                "12,4 mila euro",
                "12,4 mil €",
                "12,4 milliers d'euros",
                "0.0124 million EUR",
                "0,01 Mio. EUR",
                "at 2:30 pm",
                "at 2:30 p.m.",
                "um 14.30 Uhr",
                "alle 14.30",
                "KW 18",
                "week 18",
                "semaine 18",
                "Q2 of 2026",
                "2–5 May 2026",
                "2. bis 5. Mai",
                "del 2 al 5 de mayo",
                "du 2 au 5 mai",
                "dal 2 al 5 maggio",
                "May 2–5, 2026"
            })
    void aSentFigureIsFoundInAnyUsualForm(String figure) {
        Figures figures = check("It is " + figure + " here.");

        assertThat(figures.unmatched()).as(figure).isEmpty();
        assertThat(figures.checked()).as(figure).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,401.00 EUR",
                "12.401,00 EUR",
                "1,240 EUR",
                "14 %",
                "12.6 %",
                "4 days",
                "2 June 2026",
                "2 June",
                "3. Mai",
                "3 mai 2026",
                "May 3",
                "2026-05-03",
                "03.05.2026",
                "2 May 2027",
                "June 2026",
                "in 2031",
                "14:31",
                "SO-2025/89",
                "EN10205",
                "order 4712",
                "36 pcs",
                "lines 30 and 40",
                "12.5k EUR",
                "12,4 Mio. EUR",
                "13 Tsd. EUR",
                "at 2:30 am",
                "um 14.31 Uhr",
                "um 15 Uhr",
                "KW 20",
                "Q3 of 2026",
                "4–5 May 2026",
                "May 2–6, 2026",
                "SO-2025/20",
                "12,400 USD",
                "$12,400.00",
                "CHF 12'400",
                "12.400 £"
            })
    void anInventedFigureIsTold(String figure) {
        assertThat(check("It is " + figure + " here.").unmatched()).as(figure).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13 %",
                "about 1,235 EUR",
                "1.230 EUR",
                "1.200 EUR",
                "3 pcs in all",
                "the 2 rows",
                "11.165,50 EUR less"
            })
    void aFigureThatFollowsFromWhatWasSentIsFound(String figure) {
        BusinessRecord record = Orders.order()
                .field(Field.of("discount", "Discount", new Value.Percent(new BigDecimal("12.5"))))
                .money("freight", "Freight", new BigDecimal("1234.50"), Orders.EUR)
                .rows(Orders.lines(2, 2))
                .build();

        assertThat(FigureCheck.of("It is " + figure + " here.", Orders.written(record, "Why?"))
                        .unmatched())
                .as(figure)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,236 EUR", "1.300 EUR", "4 pcs", "11.165,51 EUR", "9 days"})
    void aFigureThatOnlyComesNearIsTold(String figure) {
        BusinessRecord record = Orders.order()
                .money("freight", "Freight", new BigDecimal("1234.50"), Orders.EUR)
                .rows(Orders.lines(2, 2))
                .build();

        assertThat(FigureCheck.of("It is " + figure + " here.", Orders.written(record, "Why?"))
                        .unmatched())
                .isNotEmpty();
    }

    @Test
    void whatFollowsFromTheRowsThatAnAnswerCitesIsFound() {
        BusinessRecord record = Orders.order().rows(Orders.lines(4, 4)).build();
        WrittenPrompt written = Orders.written(record, "Which lines are open?");

        assertThat(FigureCheck.of("Lines 20 and 40 come to 6 pcs [#lines.20.item] [#lines.40.openQuantity].", written)
                        .unmatched())
                .isEmpty();
        assertThat(FigureCheck.of("Lines 20 and 40 come to 6 pcs [#lines.20.item].", written)
                        .unmatched())
                .containsExactly("6");
        assertThat(FigureCheck.of("Both lines come to 7 pcs [#lines.20.item] [#lines.40.item].", written)
                        .unmatched())
                .containsExactly("7");
    }

    @Test
    void sumsOfTwoAmountsAndDaysBetweenTwoDatesOfARecordAreFound() {
        BusinessRecord record = Orders.order()
                .money("freight", "Freight", new BigDecimal("1234.50"), Orders.EUR)
                .date("confirmedDate", "Confirmed", LocalDate.of(2026, 6, 11))
                .build();
        WrittenPrompt written = Orders.written(record, "Why?");

        assertThat(FigureCheck.of("With freight 13.634,50 EUR; 40 days later than promised.", written)
                        .unmatched())
                .isEmpty();
        assertThat(FigureCheck.of("With freight 13.634,51 EUR; 41 days later than promised.", written)
                        .unmatched())
                .containsExactly("13.634,51", "41");
    }

    @Test
    void theUnmatchedFigureIsToldAsWritten() {
        assertThat(check("It costs 99,999.00 EUR on 3 June 2026, not 12,400.00 EUR."))
                .isEqualTo(new Figures(3, List.of("99,999.00", "3 June 2026")));
    }

    @Test
    void theDigitsOfADateAreNoNumbers() {
        BusinessRecord record = BusinessRecord.of(Orders.REF, "Order")
                .version("1", Orders.READ_AT)
                .date("promised", "Promised", LocalDate.of(2026, 11, 23))
                .build();

        assertThat(FigureCheck.of("11 pcs and 23 more", Orders.written(record, "Why?"))
                        .unmatched())
                .containsExactly("11", "23");
    }

    @Test
    void theDecimalsOfANumberAreNoNumbers() {
        BusinessRecord record = BusinessRecord.of(Orders.REF, "Order")
                .version("1", Orders.READ_AT)
                .field(Field.of("weight", "Weight", new Value.Quantity(new BigDecimal("17.25"), "kg")))
                .build();

        assertThat(FigureCheck.of("17 or 25 or 17,25", Orders.written(record, "Why?"))
                        .unmatched())
                .containsExactly("25");
    }

    @Test
    void listMarkersOrdinalsAndCitationsAreNoFigures() {
        assertThat(check("1. Blocked [#status]\n2) Late\n 3. the 2nd reminder, 1er rappel [#lines.990.item],"
                        + " die 9. Mahnung, im 8. Monat, el 6.º aviso, la 7ª rata"))
                .isEqualTo(new Figures(0, List.of()));
    }

    @Test
    void everydayWordsAfterANumberMakeNoDate() {
        assertThat(check("3 out of 20 lines; 10 may be late; 20 set aside").unmatched())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", ",111", " 111", "a-1", "1 ", " ", "2 May ", "[#a", "**", "9"})
    void anEndlessPatternIsNoTrap(String pattern) {
        assertThat(check("1" + pattern.repeat(5_000)).checked()).isNotNegative();
    }

    @Test
    void aTextWithoutFiguresHasNone() {
        assertThat(check("The order is blocked [#status].")).isEqualTo(new Figures(0, List.of()));
    }

    @Test
    void whateverIsSentIsFoundInEachLanguagesFormAndWhatIsNotIsTold() {
        Random random = new Random(815);
        for (int round = 0; round < 40; round++) {
            BigDecimal amount = BigDecimal.valueOf(1_000 + random.nextInt(900_000_000), 2);
            BigDecimal other = amount.add(BigDecimal.valueOf(1 + random.nextInt(500), 2));
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_500));
            LocalDate otherDate = date.plusDays(400 + random.nextInt(20));
            WrittenPrompt written = Orders.written(
                    BusinessRecord.of(Orders.REF, "Order")
                            .version("1", Orders.READ_AT)
                            .money("value", "Value", amount, Orders.EUR)
                            .date("due", "Due", date)
                            .build(),
                    "Why?");
            for (String tag : LANGUAGES) {
                Locale language = Locale.forLanguageTag(tag);
                assertThat(FigureCheck.of(sentence(language, amount, date), written))
                        .as(sentence(language, amount, date))
                        .isEqualTo(new Figures(3, List.of()));
                assertThat(FigureCheck.of(sentence(language, other, otherDate), written)
                                .unmatched())
                        .as(sentence(language, other, otherDate) + " for " + amount + " " + date)
                        .hasSize(3);
            }
        }
    }

    private static String sentence(Locale language, BigDecimal amount, LocalDate date) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(2);
        return "A " + format.format(amount) + " EUR; "
                + DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(date)
                + "; "
                + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(language)
                        .format(date)
                + " B.";
    }
}
