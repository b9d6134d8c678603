package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static sample.erp.assistant.Reads.actions;
import static sample.erp.assistant.Reads.everything;
import static sample.erp.assistant.Reads.fieldIds;
import static sample.erp.assistant.Reads.find;
import static sample.erp.assistant.Reads.get;
import static sample.erp.assistant.Reads.rows;
import static sample.erp.assistant.Reads.value;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Decision;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoSeesWhatTest {

    @ParameterizedTest
    @CsvSource({
        "delivery, DN60001, anna carl vera bert paul adam",
        "item, GB-3300, anna carl vera bert paul adam",
        "purchase-order, 45304, carl bert adam",
        "supplier-invoice, ER5001, carl bert adam",
        "supplier, 70001, carl bert adam",
        "production-order, 80012, carl paul adam",
        "ledger-account, 6200, carl adam",
        "payment-run, 9031, carl adam",
        "customer-invoice, 87909, anna carl adam"
    })
    void aRoleSeesItsOwnKindsOfRecords(String type, String id, String seers) {
        for (String login : "anna carl vera bert paul adam eve".split(" ", -1)) {
            assertThat(find(Reads.source(type), id, login).isPresent())
                    .as("%s sees %s %s", login, type, id)
                    .isEqualTo((" " + seers + " ").contains(" " + login + " "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "purchase-order, CH:45381",
        "supplier, CH:70021",
        "production-order, CH:81001",
        "ledger-account, CH:6200",
        "payment-run, CH:9531"
    })
    void theOtherCompanyIsForThoseWhoWorkForIt(String type, String id) {
        assertThat(get(Reads.source(type), id, "carl").organisation()).isEqualTo("CH");
        assertThat(find(Reads.source(type), id, "bert")).isEmpty();
        assertThat(find(Reads.source(type), id, "paul")).isEmpty();
    }

    @Test
    void stockValueIsForThoseWhoSeeCost() {
        assertThat(fieldIds(get(Reads.ITEMS, "MT-9900", "carl"))).contains("stockValue", "valueChange");
        assertThat(everything(get(Reads.ITEMS, "MT-9900", "vera")).map(Field::value))
                .noneMatch(Value.Money.class::isInstance);
    }

    @Test
    void productionCostIsForAccountingAndTimesAreForPlanners() {
        assertThat(fieldIds(get(Reads.PRODUCTION_ORDERS, "79950", "carl"))).contains("variance");
        assertThat(everything(get(Reads.PRODUCTION_ORDERS, "79950", "paul")).map(Field::value))
                .noneMatch(Value.Money.class::isInstance);
    }

    @Test
    void aRestrictedCostCentreIsInNoSumOfThoseWhoMayNotSeeIt() {
        BusinessRecord carls = get(Reads.LEDGER_ACCOUNTS, "6200", "carl");
        BusinessRecord adams = get(Reads.LEDGER_ACCOUNTS, "6200", "adam");

        assertThat(amount(adams, "actual").subtract(amount(carls, "actual"))).isEqualByComparingTo("12750.00");
        assertThat(value(carls, "hiddenCostCentres")).isEqualTo(new Value.Quantity(BigDecimal.ONE, "cost centres"));
        assertThat(fieldIds(adams)).doesNotContain("hiddenCostCentres");
        assertThat(rows(carls, "costCentres").rows()).extracting(Rows.Row::key).doesNotContain("9100");
        assertThat(rows(adams, "costCentres").rows()).extracting(Rows.Row::key).contains("9100");
    }

    @Test
    void anAccountOfRestrictedCostCentresAloneIsEmptyForTheOthers() {
        assertThat(amount(get(Reads.LEDGER_ACCOUNTS, "6100", "carl"), "actual")).isEqualByComparingTo("0.00");
        assertThat(amount(get(Reads.LEDGER_ACCOUNTS, "6100", "adam"), "actual")).isGreaterThan(new BigDecimal(100_000));
    }

    @Test
    void theBudgetOfACostCentreIsForThoseWhoSeeTheLedger() {
        assertThat(fieldIds(get(Reads.PURCHASE_ORDERS, "45305", "carl"))).contains("budget", "leftAfter");
        assertThat(fieldIds(get(Reads.PURCHASE_ORDERS, "45305", "bert"))).doesNotContain("budget", "leftAfter");
    }

    @Test
    void namesArePersonalAndWhatRulesCompareIsConfidential() {
        BusinessRecord order = get(Reads.PURCHASE_ORDERS, "45305", "carl");

        assertThat(order.fields())
                .filteredOn(field -> field.sensitivity() == Sensitivity.PERSONAL)
                .extracting(Field::id)
                .containsExactlyInAnyOrder("buyer", "requester", "approvedBy", "contactName");
        assertThat(rows(order, Decision.ROWS).rows())
                .flatExtracting(Rows.Row::cells)
                .filteredOn(cell -> cell.id().equals("actual"))
                .extracting(Field::sensitivity)
                .containsOnly(Sensitivity.CONFIDENTIAL);
    }

    @Test
    void preparedQuestionsSuitWhatIsToBeDone() {
        assertThat(actions(get(Reads.PURCHASE_ORDERS, "45305", "carl"))).contains("approve-what");
        assertThat(actions(get(Reads.PURCHASE_ORDERS, "45304", "bert")))
                .contains("chase")
                .doesNotContain("approve-what");
        assertThat(actions(get(Reads.SUPPLIER_INVOICES, "ER5001", "carl"))).contains("why-held");
        assertThat(actions(get(Reads.SUPPLIER_INVOICES, "ER5004", "carl")))
                .containsExactly("summary", "attention", "draft-message");
        assertThat(actions(get(Reads.PRODUCTION_ORDERS, "80012", "paul")))
                .contains("what-holds")
                .doesNotContain("why-over-plan");
        assertThat(actions(get(Reads.PAYMENT_RUNS, "9031", "carl"))).contains("duplicates");
        assertThat(Reads.ALL).allSatisfy(source -> assertThat(source.type()).matches("[a-z-]+"));
    }

    private static BigDecimal amount(BusinessRecord record, String field) {
        return ((Value.Money) value(record, field)).amount();
    }
}
