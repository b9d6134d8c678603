package sample.erp.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sample.erp.customer.Customer;
import sample.erp.organisation.Organisation;
import sample.erp.purchasing.PurchaseOrder;
import sample.erp.purchasing.PurchaseOrderLine;
import sample.erp.purchasing.Supplier;
import sample.erp.stock.Item;
import sample.erp.stock.Warehouse;

class SupplyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Organisation organisation =
            new Organisation("DE", "N", "Bremen", "DE", "EUR", new BigDecimal("19.0"));
    private final Warehouse warehouse = new Warehouse("BRE-1", organisation, "Bremen");
    private final Item shaft = new Item(1, "SH-0815", "Shaft", "pcs", new BigDecimal("136.00"), 28, 0);
    private final SalesOrder order = new SalesOrder(
            2,
            "1",
            new Customer(
                    3,
                    organisation,
                    "1",
                    "C",
                    new Customer.Address("S", "1", "B", "DE", "de"),
                    new Customer.Contact("P", "1", "p@c.example")),
            TODAY.minusDays(30),
            TODAY,
            "Anna",
            "PO 1",
            "DAP");
    private final SalesOrderLine line = line(10, 60, TODAY.minusDays(9));

    @Test
    void whatLiesInStockCanLeaveTomorrow() {
        assertThat(supply(80, 20)).isEqualTo(new LineSupply(60, TODAY.plusDays(1), "in stock"));
    }

    @Test
    void linesPromisedEarlierAreServedFirst() {
        assertThat(supply(80, 50, receipt("45302", 100, TODAY.plusDays(3))))
                .isEqualTo(new LineSupply(30, TODAY.plusDays(5), "purchase order 45302"));
    }

    @Test
    void theReceiptThatCompletesTheLineCounts() {
        LineSupply supply = supply(0, 0, receipt("B", 40, TODAY.plusDays(9)), receipt("A", 40, TODAY.plusDays(3)));

        assertThat(supply).isEqualTo(new LineSupply(0, TODAY.plusDays(11), "purchase order B"));
    }

    @Test
    void anOverdueReceiptIsExpectedTodayAtTheEarliest() {
        assertThat(supply(0, 0, receipt("A", 60, TODAY.minusDays(5))).earliestFull())
                .isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void withNothingOnOrderTheReplenishmentTimeCounts() {
        assertThat(supply(5, 0))
                .isEqualTo(new LineSupply(5, TODAY.plusDays(30), "replenishment time of 28 days; nothing is on order"));
    }

    @Test
    void aDeliveryNeverExceedsWhatIsOpen() {
        line.deliver(22);

        assertThat(line.open()).isEqualTo(38);
        assertThatThrownBy(() -> line.deliver(39))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 10: 39 delivered, but 38 are open");
    }

    @Test
    void progressCountsPiecesAndLateLines() {
        line.deliver(22);
        line(20, 40, TODAY);

        OrderProgress progress = OrderProgress.of(
                order, List.of(new LineSupply(0, TODAY.plusDays(7), "x"), new LineSupply(0, TODAY, "y")), TODAY);

        assertThat(progress)
                .isEqualTo(new OrderProgress(new BigDecimal("22.0"), 2, 1, 9, 100, 22, 78, TODAY.plusDays(7)));
    }

    @Test
    void aCancelledOrderIsNeitherLateNorOpen() {
        order.cancel(TODAY.atTime(9, 0));

        OrderProgress progress = OrderProgress.of(order, List.of(), TODAY);

        assertThat(progress.lateLines()).isZero();
        assertThat(progress.openPieces()).isZero();
        assertThat(progress.earliestFull()).isNull();
    }

    private LineSupply supply(int onHand, int before, PurchaseOrderLine... incoming) {
        return Supply.supply(line, onHand, before, List.of(incoming), TODAY);
    }

    private SalesOrderLine line(int position, int quantity, LocalDate promisedOn) {
        SalesOrderLine made = new SalesOrderLine(
                position,
                order,
                position,
                shaft,
                warehouse,
                quantity,
                new SalesOrderLine.Terms(new BigDecimal("210.80"), new BigDecimal("5.0"), new BigDecimal("136.00")),
                promisedOn);
        order.add(made);
        return made;
    }

    private PurchaseOrderLine receipt(String number, int quantity, @Nullable LocalDate confirmedOn) {
        Supplier supplier = new Supplier(7, organisation, "7", "S", "DE", "");
        PurchaseOrder purchase = new PurchaseOrder(8, number, supplier, TODAY.minusDays(40), "B");
        return new PurchaseOrderLine(
                9, purchase, 10, shaft, warehouse, quantity, new BigDecimal("136.00"), TODAY, confirmedOn);
    }
}
