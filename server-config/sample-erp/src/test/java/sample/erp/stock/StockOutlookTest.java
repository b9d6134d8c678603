package sample.erp.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sample.erp.stock.StockOutlook.Change;

class StockOutlookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Item ITEM = new Item(1, "X-1", "Gearbox", "pcs", new BigDecimal("10.00"), 14, 20);

    private static StockOutlook outlook(int onHand, int issued, List<Change> demand, List<Change> receipts) {
        return StockOutlook.of(ITEM, onHand, issued, demand, receipts, TODAY);
    }

    private static Change in(int days, int quantity) {
        return new Change(TODAY.plusDays(days), quantity);
    }

    @Test
    void theShortageBeginsOnTheFirstDayThatNeedsMoreThanThereIs() {
        StockOutlook outlook = outlook(10, 0, List.of(in(9, 5), in(3, 8), in(6, 4)), List.of(in(5, 1)));

        assertThat(outlook.firstShortage()).isEqualTo(TODAY.plusDays(6));
        assertThat(outlook.available()).isEqualTo(-7);
    }

    @Test
    void whatArrivesOnTheDayItselfCounts() {
        assertThat(outlook(0, 0, List.of(in(4, 5)), List.of(in(4, 5))).firstShortage())
                .isNull();
    }

    @Test
    void whatShouldHaveLeftIsNeededToday() {
        assertThat(outlook(0, 0, List.of(in(-7, 1)), List.of()).firstShortage()).isEqualTo(TODAY);
    }

    @Test
    void coverIsUnknownWhereNothingGoesOut() {
        assertThat(outlook(10, 0, List.of(), List.of()).daysOfCover()).isNull();
        assertThat(outlook(10, 65, List.of(), List.of()).daysOfCover()).isEqualTo(14);
    }

    @Test
    void theOrderKeepsTheSafetyStockOverTheLeadTime() {
        // 20 safety, 30 needed, 5 a week over two weeks; 10 are there and 15 on order
        assertThat(outlook(10, 65, List.of(in(90, 30)), List.of(in(1, 15))).suggestedReorder())
                .isEqualTo(35);
        assertThat(outlook(10, 65, List.of(in(90, 30)), List.of()).demandEightWeeks())
                .isZero();
        assertThat(outlook(900, 65, List.of(), List.of()).suggestedReorder()).isZero();
    }
}
