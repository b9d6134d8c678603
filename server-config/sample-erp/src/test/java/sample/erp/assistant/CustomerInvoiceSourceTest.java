package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static sample.erp.assistant.Reads.INVOICES;
import static sample.erp.assistant.Reads.actions;
import static sample.erp.assistant.Reads.everything;
import static sample.erp.assistant.Reads.find;
import static sample.erp.assistant.Reads.get;
import static sample.erp.assistant.Reads.rows;
import static sample.erp.assistant.Reads.value;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import sample.erp.data.DemoDatabase;

class CustomerInvoiceSourceTest {

    /** The French one: reminded once, promised and not paid. */
    private static final String PROMISED = "87909";

    private static final String DISPUTED = "87917";

    @Test
    void carlLearnsWhatWasPromisedAndWhatIsNext() {
        BusinessRecord invoice = get(INVOICES, PROMISED, "carl");

        assertThat(value(invoice, "openAmount"))
                .isEqualTo(new Value.Money(new BigDecimal("14415.00"), Currency.getInstance("EUR")));
        assertThat(value(invoice, "daysOverdue")).isEqualTo(new Value.Quantity(BigDecimal.valueOf(28), "days"));
        assertThat(value(invoice, "dunningLevel")).isEqualTo(new Value.Quantity(BigDecimal.ONE, "reminders"));
        assertThat(value(invoice, "nextStep")).isEqualTo(new Value.Text("Second reminder"));
        assertThat(value(invoice, "promisedPayment")).isEqualTo(new Value.Day(DemoDatabase.TODAY.minusDays(3)));
        assertThat(value(invoice, "promiseBroken")).isEqualTo(new Value.Flag(true));
        assertThat(value(invoice, "language")).isEqualTo(new Value.Text("fr"));
        assertThat(rows(invoice, "contacts").rows()).hasSize(4);
        assertThat(actions(invoice)).containsExactly("summary", "next-step", "draft-reminder");
    }

    @Test
    void aDisputedInvoiceOffersNoReminder() {
        BusinessRecord invoice = get(INVOICES, DISPUTED, "anna");

        assertThat(value(invoice, "status")).isEqualTo(new Value.Text("Disputed"));
        assertThat(actions(invoice)).containsExactly("summary", "next-step", "explain-dispute");
    }

    @Test
    void aPaidInvoiceShowsMissingDatesAsMissing() {
        BusinessRecord invoice = get(INVOICES, "86501", "anna");

        assertThat(value(invoice, "status")).isEqualTo(new Value.Text("Paid"));
        assertThat(value(invoice, "lastReminder")).isEqualTo(new Value.Missing());
        assertThat(value(invoice, "openAmount"))
                .isEqualTo(new Value.Money(new BigDecimal("0.00"), Currency.getInstance("EUR")));
        assertThat(rows(invoice, "payments").total()).isEqualTo(1);
    }

    @Test
    void theWarehouseSeesNoInvoices() {
        assertThat(find(INVOICES, PROMISED, "vera")).isEmpty();
    }

    @Test
    void theSameNumberMeansAnotherInvoiceInTheOtherCompany() {
        BusinessRecord german = get(INVOICES, "88008", "carl");
        BusinessRecord swiss = get(INVOICES, "CH:88008", "carl");

        assertThat(german.organisation()).isEqualTo("DE");
        assertThat(swiss.organisation()).isEqualTo("CH");
        assertThat(value(german, "customerName")).isNotEqualTo(value(swiss, "customerName"));
        assertThat(find(INVOICES, "CH:88008", "anna")).isEmpty();
    }

    @Test
    void bankDataIsNoFieldOfAnybodysInvoice() {
        assertThat(everything(get(INVOICES, PROMISED, "adam")).map(Field::id))
                .noneMatch(id -> id.toLowerCase(Locale.ROOT).contains("iban")
                        || id.toLowerCase(Locale.ROOT).contains("bank"));
    }
}
