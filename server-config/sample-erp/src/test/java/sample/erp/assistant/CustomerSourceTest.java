package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static sample.erp.assistant.Reads.CUSTOMERS;
import static sample.erp.assistant.Reads.actions;
import static sample.erp.assistant.Reads.everything;
import static sample.erp.assistant.Reads.fieldIds;
import static sample.erp.assistant.Reads.find;
import static sample.erp.assistant.Reads.get;
import static sample.erp.assistant.Reads.rows;
import static sample.erp.assistant.Reads.value;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.erp.customer.Customer;
import sample.erp.data.DemoDatabase;

class CustomerSourceTest {

    @Test
    void annaSeesHowMeyerPays() {
        BusinessRecord customer = get(CUSTOMERS, "10017", "anna");

        assertThat(value(customer, "name")).isEqualTo(new Value.Text("Meyer Maschinenbau GmbH"));
        assertThat(value(customer, "status")).isEqualTo(new Value.Text("Credit hold"));
        assertThat(value(customer, "overdueAmount"))
                .isEqualTo(new Value.Money(new BigDecimal("20372.09"), Currency.getInstance("EUR")));
        assertThat(rows(customer, "unpaidInvoices").total()).isEqualTo(3);
        assertThat(rows(customer, "unpaidInvoices").totals())
                .extracting(Field::value)
                .containsExactly(new Value.Money(new BigDecimal("34896.90"), Currency.getInstance("EUR")));
        assertThat(rows(customer, "openOrders").rows())
                .extracting(Rows.Row::key)
                .containsExactly("4711");
        assertThat(actions(customer)).containsExactly("summary", "prepare-visit", "payment-behaviour", "late-orders");
    }

    @Test
    void peopleAreMarkedPersonal() {
        assertThat(get(CUSTOMERS, "10017", "anna").fields())
                .filteredOn(field -> field.sensitivity() == Sensitivity.PERSONAL)
                .extracting(Field::id)
                .containsExactly("accountManager", "contactName", "contactPhone", "contactEmail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "carl", "vera", "adam"})
    void nobodyIsSentTheAccountNumber(String login) {
        String iban = DemoDatabase.COMPANY
                .all(Customer.class)
                .filter(customer -> customer.number().equals("10017"))
                .findFirst()
                .orElseThrow()
                .iban();

        assertThat(iban).startsWith("DE").hasSize(22);
        assertThat(get(CUSTOMERS, "10017", login).toString()).doesNotContain(iban);
    }

    @Test
    void theWarehouseSeesAddressesButNoMoney() {
        BusinessRecord customer = get(CUSTOMERS, "10017", "vera");

        assertThat(everything(customer).map(Field::value)).noneMatch(Value.Money.class::isInstance);
        assertThat(fieldIds(customer)).contains("city", "lateLineCount").doesNotContain("exposure", "sales12Months");
        assertThat(value(customer, "status")).isEqualTo(new Value.Text("Active"));
        assertThat(rows(customer, "activities").rows())
                .as("entries about invoices are not for the warehouse")
                .hasSize(1);
    }

    @Test
    void historyIsCappedAndCounted() {
        Rows history = rows(get(CUSTOMERS, "10017", "anna"), "activities");

        assertThat(history.rows()).hasSize(5);
        assertThat(history.total()).isGreaterThan(5);
    }

    @Test
    void namesArriveAsTheyAreWritten() {
        assertThat(value(get(CUSTOMERS, "10023", "anna"), "name"))
                .isEqualTo(new Value.Text("O'Brien & Sons \"Precision\" Ltd"));
        assertThat(value(get(CUSTOMERS, "10064", "anna"), "name"))
                .isEqualTo(new Value.Text("Werkzeugbau <Nord> & Partner"));
    }

    @Test
    void aCustomerOfTheOtherCompanyDoesNotExistForAnna() {
        assertThat(find(CUSTOMERS, "10200", "carl")).isPresent();
        assertThat(find(CUSTOMERS, "10200", "anna")).isEmpty();
        assertThat(get(CUSTOMERS, "10142", "anna").organisation()).isEqualTo("DE");
        assertThat(get(CUSTOMERS, "CH:10142", "carl").organisation()).isEqualTo("CH");
    }
}
