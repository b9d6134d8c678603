package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Question;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.chat.Fact;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static WrittenPrompt written(BusinessRecord record, String question, int target) {
        PromptWriter writer = new PromptWriter(
                TestSettings.USUAL.withMaxPromptTokens(1_500).withTargetTokens(target)::build, Orders.CLOCK);
        return writer.write(Orders.question(question), record);
    }

    private static List<String> ids(WrittenPrompt written) {
        return written.prompt().facts().stream().map(Fact::id).toList();
    }

    private static Rows invoices(int count, int total) {
        return invoices(count, total, List.of());
    }

    private static Rows invoices(int count, int total, List<Field> totals) {
        List<Rows.Row> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(new Rows.Row(
                    "9000" + i,
                    List.of(
                            Field.of("issuedOn", "Issued on", new Value.Text("day " + i)),
                            Field.of(
                                    "openAmount",
                                    "Open amount",
                                    new Value.Money(new BigDecimal(i + "00.00"), Orders.EUR)),
                            Field.of("colour", "Colour", new Value.Text("red")))));
        }
        return new Rows("invoices", "Invoices", rows, total, totals);
    }

    @Test
    void whatIsAskedAboutMayExceedTheTargetAndTheRestMayNot() {
        BusinessRecord record = Orders.order().rows(Orders.lines(20, 20)).build();

        assertThat(ids(written(record, "What is promised?", 1)))
                .contains("status", "promisedDate")
                .doesNotContain("netValue", "lines.10.item");
        assertThat(ids(written(record, "Which lines are open?", 1)))
                .contains("lines.10.openQuantity", "lines.200.openQuantity");
    }

    @Test
    void whatIsLeftOutBecauseItWasNotAskedAboutIsSaidToBe() {
        WrittenPrompt written = written(Orders.order().build(), "What is promised?", 1);

        assertThat(written.leftOut()).contains(new LeftOut("netValue", "Net value", "not asked about"));
    }

    @Test
    void whyAndWhatIsLeftOutIsToldInTheAskersLanguage() {
        BusinessRecord record = Orders.order().rows(invoices(5, 9)).build();
        Asker asker = new Asker("anna", role -> true, Locale.forLanguageTag("de-AT"));
        PromptWriter writer = new PromptWriter(TestSettings.USUAL.withTargetTokens(1)::build, Orders.CLOCK);

        WrittenPrompt written = writer.write(new Question(asker, "Was ist zugesagt?", record.ref(), ""), record);

        assertThat(written.leftOut())
                .contains(
                        new LeftOut("netValue", "Net value", "nicht gefragt"),
                        new LeftOut("invoices", "Invoices (4)", "vom ERP begrenzt"));
        assertThat(written.prompt().facts()).extracting(Fact::label).contains("Anzahl der Zeilen");
    }

    @Test
    void columnsThatNothingIsAskedAboutAreLeftOut() {
        WrittenPrompt written = written(Orders.order().rows(invoices(3, 3)).build(), "What is the amount?", 600);

        assertThat(ids(written))
                .contains("invoices.90001.openAmount", "invoices.90001.issuedOn")
                .doesNotContain("invoices.90001.colour");
        assertThat(written.leftOut()).contains(new LeftOut("invoices.colour", "Invoices: Colour", "not asked about"));
    }

    @Test
    void rowsThatAreNotToldAreSummedUpToTheCent() {
        BusinessRecord record =
                Orders.order().rows(invoices(5, 5, List.of(openAmount("1500")))).build();

        WrittenPrompt written = written(record, "What is promised?", 1);

        assertThat(written.prompt().user()).contains("A Invoices: 5 (5 not listed: Open amount 1500 EUR)\n");
        assertThat(written.leftOut()).contains(new LeftOut("invoices", "Invoices (5)", "not asked about"));
    }

    private static Field openAmount(String all) {
        return Field.of("openAmount", "Open amount", new Value.Money(new BigDecimal(all), Orders.EUR));
    }

    @Test
    void aColumnThatTheErpDoesNotTotalIsNotSummedUp() {
        List<Rows.Row> certificates = List.of(
                new Rows.Row("1", List.of(Field.of("left", "Left", new Value.Quantity(new BigDecimal("48"), "days")))),
                new Rows.Row(
                        "2", List.of(Field.of("left", "Left", new Value.Quantity(new BigDecimal("630"), "days")))));
        BusinessRecord record = Orders.order()
                .rows(new Rows("certificates", "Certificates", certificates, 2, List.of()))
                .build();

        assertThat(written(record, "What is promised?", 1).prompt().user())
                .contains("A Certificates: 2 (2 not listed)\n")
                .doesNotContain("678");
    }

    @Test
    void aTotalThatIsKeptBackIsNotToldByWhatIsNotListed() {
        BusinessRecord record = Orders.order()
                .rows(invoices(5, 9, List.of(openAmount("9900").as(Sensitivity.SECRET))))
                .build();

        assertThat(written(record, "What is promised?", 1).prompt().user()).contains("A Invoices: 9 (9 not listed)\n");
    }

    @Test
    void noSumIsToldWhereItIsNotKnown() {
        BusinessRecord capped = Orders.order().rows(invoices(5, 9)).build();
        List<Rows.Row> mixed = List.of(
                new Rows.Row("1", List.of(Field.of("amount", "Amount", new Value.Money(BigDecimal.ONE, Orders.EUR)))),
                new Rows.Row("2", List.of(Field.of("amount", "Amount", new Value.Quantity(BigDecimal.ONE, "pcs")))));
        BusinessRecord several = Orders.order()
                .rows(new Rows("mixed", "Mixed", mixed, 2, List.of()))
                .build();

        assertThat(written(capped, "What is promised?", 1).prompt().user()).contains("A Invoices: 9 (9 not listed)\n");
        assertThat(written(several, "What is promised?", 1).prompt().user()).contains("A Mixed: 2 (2 not listed)\n");
    }

    @Test
    void whatHangsTogetherWithTheQuestionIsKeptBeforeWhatDoesNot() {
        BusinessRecord record = Orders.order()
                .text("colour", "Colour", "red ".repeat(60))
                .text("stock", "Stock", "blue ".repeat(60))
                .build();

        assertThat(ids(written(record, "When is the delivery?", 520)))
                .contains("stock", "promisedDate")
                .doesNotContain("colour");
    }

    @Test
    void aConfidentialFieldIsSentToTheRolesThatMayHaveItOnly() {
        BusinessRecord record = Orders.order()
                .field(Field.of("cost", "Cost", new Value.Text("only for accounting"))
                        .as(Sensitivity.CONFIDENTIAL))
                .build();
        PromptWriter writer =
                new PromptWriter(TestSettings.USUAL.withConfidentialRoles(Set.of("accounting"))::build, Orders.CLOCK);

        WrittenPrompt sales = writer.write(asked("sales"), record);
        WrittenPrompt accounting = writer.write(asked("accounting"), record);

        assertThat(sales.prompt().user()).doesNotContain("only for accounting");
        assertThat(sales.leftOut()).contains(new LeftOut("cost", "Cost", "confidential"));
        assertThat(accounting.prompt().user()).contains("only for accounting");
    }

    private static erp.assistant.Question asked(String role) {
        return new erp.assistant.Question(
                new Asker("anna", role::equals, Locale.ENGLISH), "What is the cost?", Orders.REF, "");
    }
}
