package sample.erp.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item and its stock as one person may see them: what they may not see is {@code null}.
 *
 * @param version changes whenever stock, demand or supply changes
 */
public record ItemSheet(
        String number,
        String version,
        String name,
        String unit,
        String status,
        int leadTimeDays,
        int safetyStock,
        StockOutlook outlook,
        @Nullable Valuation valuation,
        List<Location> locations,
        List<Receipt> receipts,
        List<Need> needs,
        List<Movement> movements) {

    /**
     * What the stock is worth, in EUR.
     *
     * @param drivers the movements of the month that moved the value most
     */
    public record Valuation(BigDecimal unitCost, BigDecimal value, ValueBridge lastMonth, List<Movement> drivers) {}

    /** Stock in one warehouse. */
    public record Location(String warehouse, String name, int onHand) {}

    /** Something on its way. {@code overdueDays} is 0 if it is not overdue. */
    public record Receipt(
            String document,
            String reference,
            String page,
            LocalDate expected,
            boolean confirmed,
            long overdueDays,
            int quantity) {}

    /** Something promised or needed. */
    public record Need(String document, String reference, String page, LocalDate on, int quantity) {}

    /** A movement; {@code value} is {@code null} for whoever does not see cost. */
    public record Movement(
            LocalDate on,
            String kind,
            String document,
            String warehouse,
            int quantity,
            @Nullable BigDecimal value) {}
}
