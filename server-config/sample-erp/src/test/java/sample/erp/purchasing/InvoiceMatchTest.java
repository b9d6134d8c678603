package sample.erp.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sample.erp.organisation.Organisation;
import sample.erp.stock.Item;
import sample.erp.stock.Warehouse;

class InvoiceMatchTest {

    @ParameterizedTest
    @CsvSource({
        "100.00, 10, 0.0, true",
        "102.00, 10, 2.0, true",
        "102.10, 10, 2.1, false",
        "95.00,  10, -5.0, true",
        "100.00, 11, 0.0, false",
        "100.00, 9,  0.0, true"
    })
    void aLineIsPayableWithinTheTolerance(String price, int quantity, String percent, boolean payable) {
        SupplierInvoiceLine line = charged(new BigDecimal(price), quantity);

        assertThat(InvoiceMatch.priceVariancePercent(line)).isEqualTo(percent);
        assertThat(InvoiceMatch.isPayable(line)).isEqualTo(payable);
    }

    /** For ten pieces received at 100.00. */
    private static SupplierInvoiceLine charged(BigDecimal price, int quantity) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Organisation organisation = new Organisation("DE", "N", "B", "DE", "EUR", BigDecimal.TEN);
        PurchaseOrder order = new PurchaseOrder(1, "1", new Supplier(2, organisation, "2", "S", "DE", ""), day, "B");
        PurchaseOrderLine ordered = new PurchaseOrderLine(
                3,
                order,
                10,
                new Item(4, "I", "Item", "pcs", BigDecimal.ONE, 1, 0),
                new Warehouse("W", organisation, "W"),
                10,
                new BigDecimal("100.00"),
                day,
                day);
        ordered.receive(10, LocalDate.of(2026, 3, 2));
        return new SupplierInvoiceLine(5, new SupplierInvoice(6, "6", order, day), 10, ordered, quantity, price);
    }
}
