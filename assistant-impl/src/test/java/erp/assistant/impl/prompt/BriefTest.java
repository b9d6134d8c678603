package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How values stand in a prompt: short, and not to be misread. */
class BriefTest {

    private static final BriefValues VALUES = new BriefValues(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 11, 20));

    private static Value money(String amount) {
        return new Value.Money(new BigDecimal(amount), Orders.EUR);
    }

    private static Value pieces(String number) {
        return new Value.Quantity(new BigDecimal(number), "pcs");
    }

    private static String brief(Value value) {
        return VALUES.of(value).whole();
    }

    @Test
    void centsAreToldWhereThereAreAny() {
        assertThat(brief(money("12400.00"))).isEqualTo("12400 EUR");
        assertThat(brief(money("12400.5"))).isEqualTo("12400.50 EUR");
        assertThat(brief(money("-0.00"))).isEqualTo("0 EUR");
        assertThat(brief(money("1E+3"))).isEqualTo("1000 EUR");
        assertThat(brief(money("12.3456"))).isEqualTo("12.3456 EUR");
    }

    @Test
    void theYearIsToldWhereItIsAnother() {
        assertThat(brief(new Value.Day(LocalDate.of(2026, 5, 2)))).isEqualTo("2 May");
        assertThat(brief(new Value.Day(LocalDate.of(2025, 12, 31)))).isEqualTo("31 Dec 2025");
        assertThat(brief(new Value.Moment(Instant.parse("2026-05-02T22:30:00Z"))))
                .isEqualTo("3 May 00:30");
    }

    @Test
    void othersHaveTheirUsualForm() {
        assertThat(brief(new Value.Percent(new BigDecimal("12.50")))).isEqualTo("12.5%");
        assertThat(brief(pieces("12.000"))).isEqualTo("12 pcs");
        assertThat(brief(new Value.Flag(false))).isEqualTo("no");
        assertThat(brief(new Value.Missing())).isEqualTo("-");
        assertThat(brief(new Value.Text(" "))).isEqualTo("-");
    }

    @Test
    void aUnitThatTheLabelHasIsNotToldAgain() {
        Brief three = new Brief("3", "lines");

        assertThat(three.after("Late lines")).isEqualTo("3");
        assertThat(three.after("Lines with open quantity")).isEqualTo("3");
        assertThat(three.after("Late")).isEqualTo("3 lines");
        assertThat(three.after("Guidelines")).isEqualTo("3 lines");
    }

    private static Rows.Row row(String key, Field... cells) {
        return new Rows.Row(key, List.of(cells));
    }

    private static String user(BusinessRecord record) {
        return Orders.written(record, "What is in the lines?").prompt().user();
    }

    private static BusinessRecord.Builder record() {
        return BusinessRecord.of(Orders.REF, "Sales order 4711").version("7", Orders.READ_AT);
    }

    @Test
    void aUnitOfAllCellsIsToldInTheHeadAndNoCellHasAMarkOfItsOwn() {
        Rows lines = new Rows(
                "lines",
                "Lines",
                List.of(
                        row("10", Field.of("a", "A|b", new Value.Text("x|y")), Field.of("n", "Open", pieces("1"))),
                        row("20", Field.of("a", "A|b", new Value.Text("z")), Field.of("n", "Open", pieces("2")))),
                2,
                List.of());

        assertThat(user(record().rows(lines).build()))
                .contains("A Lines: 2|a A¦b|b Open, pcs\n10|x¦y|1\n20|z|2\n</record_data>");
    }

    @Test
    void differentUnitsStayInTheirCells() {
        Rows lines = new Rows(
                "lines",
                "Lines",
                List.of(row("10", Field.of("n", "Open", pieces("1"))), row("20", Field.of("n", "Open", money("2")))),
                2,
                List.of());

        assertThat(user(record().rows(lines).build())).contains("A Lines: 2|a Open\n10|1 pcs\n20|2 EUR\n");
    }

    @Test
    void aColumnIsCalledByTheWordsThatItsRowsShare() {
        Rows rules = new Rows(
                "rules",
                "Lines",
                List.of(
                        row("CR-01", Field.of("rule", "Rule CR-01", new Value.Text("x"))),
                        row("CR-02", Field.of("rule", "Rule CR-02", new Value.Text("y")))),
                2,
                List.of());

        assertThat(user(record().rows(rules).build())).contains("A Lines: 2|a Rule\nCR-01|x\nCR-02|y\n");
    }

    @Test
    void aLongTextThatIsToldTwiceIsNamedTheSecondTime() {
        BusinessRecord record = record().fact(
                        "one", "Because of", new Value.Text("the exposure is over the credit limit"))
                .fact("other", "Rules", new Value.Text("the exposure is over the credit limit"))
                .build();

        assertThat(user(record)).contains("1 Because of=the exposure is over the credit limit\n2 Rules=see 1\n");
    }

    @Test
    void theHeadHasTheNumberOfTheFieldThatSaysTheSame() {
        BusinessRecord record = record().identity("number", "Sales order", "4711")
                .identity("status", "Status", "open")
                .build();

        assertThat(user(record))
                .startsWith("<record_data>\n1 Sales order 4711\n")
                .contains("\n2 Status=open\n");
    }

    @Test
    void theDayOfReadingIsToldIfItIsNotToday() {
        BusinessRecord record = record().version("7", Instant.parse("2026-05-03T12:00:00Z"))
                .identity("status", "Status", "open")
                .build();

        assertThat(user(record)).startsWith("<record_data>\nSales order 4711, as of 3 May\n");
    }

    @Test
    void aTotalThatAFieldHasToldIsNotToldAgain() {
        BusinessRecord record = record().fact("net", "Net value", money("4562.00"))
                .rows(new Rows(
                        "lines",
                        "Lines",
                        List.of(),
                        0,
                        List.of(Field.of("amount", "Amount", money("4562.00")), Field.of("open", "Open", pieces("7")))))
                .build();

        WrittenPrompt written = Orders.written(record, "What is in the lines?");

        assertThat(written.prompt().facts())
                .extracting(fact -> fact.id())
                .contains("net", "lines.open")
                .doesNotContain("lines.amount");
        assertThat(written.leftOut())
                .extracting(left -> left.id() + ": " + left.reason())
                .containsExactly("lines.amount: told by another field");
    }

    @Test
    void aFactThatCameToNothingGivesWayToWhatIsAskedAbout() {
        BusinessRecord.Builder record = record().text("note", "Promised", "yes");
        for (int i = 0; i < 60; i++) {
            record.field(Field.of("zero" + i, "Nothing in particular " + i, money("0"))
                    .as(Importance.FACT));
        }
        PromptWriter writer = new PromptWriter(
                TestSettings.USUAL.withMaxPromptTokens(1_000).withTargetTokens(100)::build, Orders.CLOCK);

        WrittenPrompt written = writer.write(Orders.question("What is promised?"), record.build());

        assertThat(written.prompt().facts()).extracting(fact -> fact.id()).contains("note");
        assertThat(written.prompt().estimatedTokens()).isLessThan(700);
    }
}
