package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static sample.erp.assistant.Reads.ORDERS;
import static sample.erp.assistant.Reads.actions;
import static sample.erp.assistant.Reads.cell;
import static sample.erp.assistant.Reads.everything;
import static sample.erp.assistant.Reads.fieldIds;
import static sample.erp.assistant.Reads.find;
import static sample.erp.assistant.Reads.get;
import static sample.erp.assistant.Reads.rows;
import static sample.erp.assistant.Reads.value;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.erp.data.DemoDatabase;

class SalesOrderSourceTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void annaLearnsWhy4711IsBlocked() {
        BusinessRecord order = get(ORDERS, "4711", "anna");

        assertThat(order.label()).isEqualTo("Sales order 4711");
        assertThat(order.organisation()).isEqualTo("DE");
        assertThat(order.asOf()).isEqualTo(DemoDatabase.CLOCK.instant());
        assertThat(value(order, "status")).isEqualTo(new Value.Text("Credit hold"));
        assertThat(value(order, "blockReason"))
                .isEqualTo(new Value.Text("CR-01: the exposure is over the credit limit;"
                        + " CR-02: an invoice is more than 30 days overdue"));
        assertThat(value(order, "creditLimit")).isEqualTo(money("40000.00"));
        assertThat(value(order, "exposure")).isEqualTo(money("50784.38"));
        assertThat(value(order, "overLimitBy")).isEqualTo(money("10784.38"));
        assertThat(value(order, "oldestOverdueDays")).isEqualTo(new Value.Quantity(BigDecimal.valueOf(47), "days"));
    }

    @Test
    void annaLearnsWhen4711CanShip() {
        BusinessRecord order = get(ORDERS, "4711", "anna");

        assertThat(value(order, "percentDelivered")).isEqualTo(new Value.Percent(new BigDecimal("74.7")));
        assertThat(value(order, "lateLines")).isEqualTo(new Value.Quantity(BigDecimal.ONE, "lines"));
        assertThat(value(order, "earliestFullDelivery")).isEqualTo(new Value.Day(DemoDatabase.TODAY.plusDays(17)));
        assertThat(cell(order, "lines", "20", "openQuantity"))
                .isEqualTo(new Value.Quantity(BigDecimal.valueOf(38), "pcs"));
        assertThat(cell(order, "lines", "20", "available")).isEqualTo(new Value.Quantity(BigDecimal.ZERO, "pcs"));
        assertThat(cell(order, "lines", "20", "earliestFull")).isEqualTo(new Value.Day(DemoDatabase.TODAY.plusDays(5)));
        assertThat(cell(order, "lines", "30", "late")).isEqualTo(new Value.Flag(true));
        assertThat(cell(order, "lines", "30", "daysLate")).isEqualTo(new Value.Quantity(BigDecimal.valueOf(9), "days"));
        assertThat(cell(order, "lines", "30", "supplySource")).isEqualTo(new Value.Text("in stock"));
    }

    @Test
    void namesAreIdentityAndComputedFiguresAreFacts() {
        BusinessRecord order = get(ORDERS, "4711", "anna");

        assertThat(order.fields().stream().filter(field -> field.importance() == Importance.IDENTITY))
                .extracting(Field::id)
                .containsExactly("number", "status", "customerName");
        assertThat(order.fields().stream().filter(field -> field.importance() == Importance.FACT))
                .extracting(Field::id)
                .contains("blockReason", "lateLines", "percentDelivered", "earliestFullDelivery", "overLimitBy");
    }

    @Test
    void lateLinesComeFirstThenOpenOnes() {
        assertThat(rows(get(ORDERS, "4711", "anna"), "lines").rows())
                .extracting(Rows.Row::key)
                .containsExactly("30", "20", "50", "10", "40");
    }

    @Test
    void manyLinesAreCappedAndTheTotalsAreOverAll() {
        Rows lines = rows(get(ORDERS, "4740", "anna"), "lines");

        assertThat(lines.rows()).hasSize(20);
        assertThat(lines.total()).isEqualTo(34);
        BigDecimal all = amount(lines.totals());
        BigDecimal sent =
                lines.rows().stream().map(row -> amount(row.cells())).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sent).isLessThan(all);
        assertThat(get(ORDERS, "4740", "anna").fields())
                .filteredOn(field -> field.id().equals("netAmount"))
                .singleElement()
                .satisfies(
                        net -> assertThat(((Value.Money) net.value()).amount()).isEqualByComparingTo(all));
    }

    private static BigDecimal amount(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.id().equals("amount"))
                .map(field -> ((Value.Money) field.value()).amount())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void piecesAndSetsAreNotAddedUp() {
        assertThat(rows(get(ORDERS, "4711", "anna"), "lines").totals())
                .extracting(Field::id)
                .containsExactly("lateLines", "amount");
    }

    @Test
    void costAndMarginAreForAccountingAndAdminOnly() {
        assertThat(everything(get(ORDERS, "4711", "anna")).map(Field::id))
                .doesNotContain("cost", "margin", "marginPercent", "unitCost");
        assertThat(everything(get(ORDERS, "4711", "carl")).map(Field::id))
                .contains("cost", "margin", "marginPercent", "unitCost");
        assertThat(fieldIds(get(ORDERS, "4711", "adam"))).contains("margin");
        assertThat(get(ORDERS, "4711", "carl").fields())
                .filteredOn(field -> field.id().equals("margin"))
                .extracting(Field::sensitivity)
                .containsExactly(Sensitivity.CONFIDENTIAL);
    }

    @Test
    void theWarehouseSeesNeitherPricesNorCreditNorInvoices() {
        BusinessRecord order = get(ORDERS, "4711", "vera");

        assertThat(everything(order).map(Field::value)).noneMatch(Value.Money.class::isInstance);
        assertThat(fieldIds(order)).contains("percentDelivered", "blockReason").doesNotContain("brokenRules");
        assertThat(value(order, "blockReason")).isEqualTo(new Value.Text("Stopped by credit control"));
        assertThat(order.rows()).extracting(Rows::id).containsExactly("decisions", "lines", "deliveries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4712", "CH:4712", "CH:4700", "999999", "DE:4712", "no such thing", "4711' or '1'='1"})
    void whatAnnaMayNotSeeLooksLikeWhatDoesNotExist(String id) {
        assertThat(find(ORDERS, id, "anna")).isEmpty();
    }

    @Test
    void carlSeesBothCompaniesHisOwnFirst() {
        assertThat(get(ORDERS, "4712", "carl").organisation()).isEqualTo("CH");
        assertThat(get(ORDERS, "4700", "carl").organisation()).isEqualTo("DE");
        BusinessRecord swiss = get(ORDERS, "CH:4700", "carl");
        assertThat(swiss.organisation()).isEqualTo("CH");
        assertThat(swiss.ref().id()).isEqualTo("CH:4700");
        assertThat(everything(swiss).map(Field::value).filter(Value.Money.class::isInstance))
                .isNotEmpty()
                .allMatch(value ->
                        ((Value.Money) value).currency().getCurrencyCode().equals("CHF"));
    }

    @Test
    void aLoginTheErpDoesNotKnowSeesNothing() {
        assertThat(find(ORDERS, "4711", "eve")).isEmpty();
    }

    @Test
    void preparedQuestionsSuitTheState() {
        assertThat(actions(get(ORDERS, "4711", "anna")))
                .containsExactly("summary", "why-blocked", "can-ship", "draft-update", "late-lines");
        assertThat(actions(get(ORDERS, "4705", "anna"))).containsExactly("summary", "can-ship", "draft-update");
        assertThat(actions(get(ORDERS, "3400", "anna"))).containsExactly("summary", "attention", "draft-message");
    }

    @Test
    void aHostileNoteIsOrdinaryTextAndTheFirstToBeLeftOut() {
        assertThat(get(ORDERS, "4705", "anna").fields())
                .filteredOn(field -> field.id().equals("note"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.importance()).isEqualTo(Importance.DETAIL);
                    assertThat(((Value.Text) note.value()).text()).contains("Ignore previous instructions");
                });
    }

    @Test
    void theVersionTellsOrdersApartByTheirLastChange() {
        assertThat(get(ORDERS, "4711", "anna").version())
                .isEqualTo("1-" + DemoDatabase.TODAY.minusDays(5).atTime(7, 45))
                .isEqualTo(get(ORDERS, "4711", "carl").version());
    }

    private static Value money(String amount) {
        return new Value.Money(new BigDecimal(amount), EUR);
    }
}
