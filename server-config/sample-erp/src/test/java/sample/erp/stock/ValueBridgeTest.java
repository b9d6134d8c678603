package sample.erp.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sample.erp.organisation.Organisation;
import sample.erp.stock.StockMovement.Kind;

class ValueBridgeTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final Item ITEM = new Item(1, "X-1", "Motor", "pcs", new BigDecimal("12.00"), 14, 20);
    private static final Warehouse WAREHOUSE =
            new Warehouse("W", new Organisation("DE", "N", "B", "DE", "EUR", new BigDecimal("19.0")), "Main");

    private static StockMovement move(LocalDate on, Kind kind, int quantity) {
        return new StockMovement(1, ITEM, WAREHOUSE, on, kind, quantity, "D");
    }

    @Test
    void theEffectsAddUpToTheChange() {
        List<StockMovement> movements = List.of(
                move(MARCH.minusDays(30), Kind.OPENING, 100),
                move(MARCH, Kind.RECEIPT, 40),
                move(MARCH.plusDays(30), Kind.ISSUE, -15),
                move(MARCH.plusDays(9), Kind.COUNT_DIFFERENCE, -2),
                move(MARCH.plusDays(31), Kind.ISSUE, -50));
        List<ItemCost> costs = List.of(
                new ItemCost(1, ITEM, MARCH.minusDays(400), new BigDecimal("10.00")),
                new ItemCost(2, ITEM, MARCH, new BigDecimal("12.00")),
                new ItemCost(3, ITEM, MARCH.plusDays(31), new BigDecimal("99.00")));

        ValueBridge bridge = ValueBridge.of(movements, costs, MARCH);

        assertThat(bridge.openingValue()).isEqualByComparingTo("1000.00");
        assertThat(bridge.priceEffect()).isEqualByComparingTo("200.00");
        assertThat(bridge.quantityEffect()).isEqualByComparingTo("300.00");
        assertThat(bridge.adjustments()).isEqualByComparingTo("-24.00");
        assertThat(bridge.closingQuantity()).isEqualTo(123);
        assertThat(bridge.closingValue()).isEqualByComparingTo("1476.00");
        assertThat(bridge.change())
                .isEqualByComparingTo(
                        bridge.priceEffect().add(bridge.quantityEffect()).add(bridge.adjustments()));
    }
}
