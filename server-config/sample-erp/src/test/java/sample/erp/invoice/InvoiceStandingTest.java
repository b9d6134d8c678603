package sample.erp.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sample.erp.customer.Customer;
import sample.erp.organisation.Organisation;
import sample.erp.stock.Item;

class InvoiceStandingTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

    @ParameterizedTest
    @CsvSource({"-1,0,OPEN", "0,0,OPEN", "1,1,OVERDUE", "47,47,OVERDUE"})
    void anInvoiceIsOverdueFromTheDayAfterItsDueDate(int daysAfterDue, long daysOverdue, InvoiceStatus status) {
        InvoiceStanding standing = InvoiceStanding.of(invoice(), DUE.plusDays(daysAfterDue));

        assertThat(standing.daysOverdue()).isEqualTo(daysOverdue);
        assertThat(standing.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"9,0", "10,1", "23,1", "24,2", "37,2", "38,3", "400,3"})
    void dunningLevelsFollowTheDays(long daysOverdue, int level) {
        assertThat(InvoiceStanding.levelDue(daysOverdue)).isEqualTo(level);
    }

    @Test
    void theNextStepFollowsTheLevelReached() {
        CustomerInvoice invoice = invoice();
        invoice.dun(1, DUE.plusDays(11));

        InvoiceStanding standing = InvoiceStanding.of(invoice, DUE.plusDays(20));

        assertThat(standing.nextStep()).isEqualTo("Second reminder");
        assertThat(standing.nextStepOn()).isEqualTo(DUE.plusDays(24));
    }

    @Test
    void aPromiseOfPaymentPutsTheNextStepOff() {
        CustomerInvoice invoice = invoice();
        invoice.dun(1, DUE.plusDays(11));
        invoice.promisePayment(DUE.plusDays(30), DUE.plusDays(12));

        assertThat(InvoiceStanding.of(invoice, DUE.plusDays(20)).nextStepOn()).isEqualTo(DUE.plusDays(31));
    }

    @Test
    void afterTheFinalNoticeComesTheCollectionAgency() {
        CustomerInvoice invoice = invoice();
        invoice.dun(3, DUE.plusDays(40));

        InvoiceStanding standing = InvoiceStanding.of(invoice, DUE.plusDays(45));

        assertThat(standing.nextStep()).isEqualTo("Hand over to the collection agency");
        assertThat(standing.nextStepOn()).isEqualTo(DUE.plusDays(52));
    }

    @Test
    void aDisputedInvoiceIsNotDunned() {
        CustomerInvoice invoice = invoice();
        invoice.dispute("damaged", DUE);

        InvoiceStanding standing = InvoiceStanding.of(invoice, DUE.plusDays(20));

        assertThat(standing.status()).isEqualTo(InvoiceStatus.DISPUTED);
        assertThat(standing.nextStepOn()).isNull();
        assertThat(standing.nextStep()).isEqualTo("Settle the dispute; no reminder until then");
    }

    @Test
    void interestIsChargedOnTheOpenAmountByTheDay() {
        // 1190.00 x 9 % x 73 / 365
        assertThat(InvoiceStanding.of(invoice(), DUE.plusDays(73)).interest()).isEqualByComparingTo("21.42");
    }

    @Test
    void aPartPaymentReducesTheOpenAmountAndAFullOneEndsEverything() {
        CustomerInvoice invoice = invoice();
        invoice.pay(new Payment(5, invoice, DUE, new BigDecimal("190.00")));
        assertThat(invoice.openAmount()).isEqualByComparingTo("1000.00");

        invoice.pay(new Payment(6, invoice, DUE.plusDays(9), new BigDecimal("1000.00")));
        InvoiceStanding standing = InvoiceStanding.of(invoice, DUE.plusDays(60));

        assertThat(standing.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(standing.daysOverdue()).isZero();
        assertThat(standing.nextStepOn()).isNull();
    }

    /** Of 1000.00 and 19 % tax, due after 30 days. */
    private static CustomerInvoice invoice() {
        Organisation organisation = new Organisation("DE", "N", "Bremen", "DE", "EUR", new BigDecimal("19.0"));
        Customer customer = new Customer(
                1,
                organisation,
                "1",
                "C",
                new Customer.Address("S", "1", "B", "DE", "de"),
                new Customer.Contact("P", "1", "p@c.example"));
        Item item = new Item(2, "I-1", "Item", "pcs", BigDecimal.ONE, 5, 0);
        CustomerInvoice invoice = new CustomerInvoice(3, "9", customer, null, ISSUED, organisation.taxPercent());
        invoice.add(new CustomerInvoiceLine(4, invoice, 10, item, 10, new BigDecimal("100.00")));
        return invoice;
    }
}
