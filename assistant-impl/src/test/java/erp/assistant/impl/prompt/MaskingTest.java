package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.RecordContext;
import erp.assistant.chat.Fact;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is personal in a record or a question does not stand in its prompt, and stands in the answer. */
class MaskingTest {

    private static final BusinessRecord RECORD = Orders.order()
            .field(Field.of("salesPerson", "Sales person", new Value.Text("Eva Weber"))
                    .as(Sensitivity.PERSONAL))
            .field(Field.of("born", "Born on", new Value.Day(LocalDate.of(1980, 5, 2)))
                    .as(Sensitivity.PERSONAL))
            .text("remark", "Remark", "Weber will pay from DE89 3704 0044 0532 0130 00, order 4711 of 02.05.2026")
            .text("mobile", "Mobile", "0171 2345678")
            .build();

    private final WrittenPrompt written =
            Orders.written(RECORD, "Is anna@nordwerk.de or Eva Weber right about 12,400.00 EUR?");

    private static String value(WrittenPrompt written, String id) {
        return written.prompt().facts().stream()
                .filter(fact -> fact.id().equals(id))
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingPersonalIsSent() {
        assertThat(written.prompt().system()
                        + written.prompt().user()
                        + written.prompt().question())
                .doesNotContain("Eva", "Weber", "DE89", "0130", "1980-05-02", "0171", "anna@nordwerk.de")
                .contains("4711", "02.05.2026", "12,400.00 EUR");
        assertThat(value(written, "salesPerson")).isEqualTo("{personal-1}");
        assertThat(value(written, "remark")).isEqualTo("{personal-3} will pay from {iban-1}, order 4711 of 02.05.2026");
        assertThat(written.prompt().question()).isEqualTo("Is {email-1} or {personal-1} right about 12,400.00 EUR?");
    }

    @Test
    void theAnswerIsShownWithIt() {
        Readable readable = written.readable();

        assertThat(readable.add("{personal-1}, {personal-2}: {iban-1}, ask {email-1} {personal-9}") + readable.rest())
                .isEqualTo("Eva Weber, May 2, 1980: DE89 3704 0044 0532 0130 00, ask anna@nordwerk.de {personal-9}");
    }

    @Test
    void theReceiptSaysWhatIsMasked() {
        assertThat(written.sent())
                .contains(
                        new SentValue("salesPerson", "Sales person", true),
                        new SentValue("remark", "Remark", true),
                        new SentValue("netValue", "Net value", false));
        RecordContext context = Orders.writer(4_000).preview(RECORD, Orders.anna(Locale.ENGLISH));
        assertThat(context.fields())
                .filteredOn(RecordContext.Sent::masked)
                .extracting(RecordContext.Sent::id)
                .containsExactly("salesPerson", "born", "remark", "mobile");
    }

    @Test
    void aTokenIsNoFigureUnlessItWasNeverGiven() {
        assertThat(FigureCheck.of("{personal-1} says 12,400.00 EUR", written).unmatched())
                .isEmpty();
        assertThat(FigureCheck.of("{personal-77} says so", written).unmatched()).containsExactly("77");
    }

    @Test
    void theCitationShowsTheAskerTheValueItself() {
        assertThat(Citations.of("[#salesPerson]", written)).extracting("value").containsExactly("Eva Weber");
    }

    @Test
    void theSameRecordAndQuestionGiveTheSamePrompt() {
        assertThat(Orders.written(RECORD, "Is anna@nordwerk.de or Eva Weber right about 12,400.00 EUR?")
                        .prompt())
                .isEqualTo(written.prompt());
    }

    @Test
    void maskingCanBeSwitchedOff() {
        PromptWriter writer = new PromptWriter(TestSettings.USUAL.withoutMasking()::build, Orders.CLOCK);

        assertThat(writer.write(Orders.question("Who?"), RECORD).prompt().user())
                .contains("Eva Weber", "DE89 3704 0044 0532 0130 00");
    }
}
