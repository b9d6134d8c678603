package sample.erp.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Decision;

/**
 * A purchase order as somebody of purchasing or accounting sees it.
 *
 * @param version changes whenever something is approved, confirmed or received
 * @param chaseFirst which line to ask about first, and why; {@code null} if nothing is late or unconfirmed
 */
public record PurchaseOrderSheet(
        String organisation,
        String currency,
        String number,
        String version,
        String status,
        String supplierNumber,
        String supplierReference,
        String supplierName,
        @Nullable String contactName,
        LocalDate orderedOn,
        String buyer,
        String requester,
        BigDecimal netAmount,
        BigDecimal openAmount,
        int overdueLines,
        int unconfirmedLines,
        long oldestOverdueDays,
        @Nullable String chaseFirst,
        Purpose purpose,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        @Nullable String note,
        List<Decision> decisions,
        List<Line> lines,
        List<Sibling> siblings) {

    /**
     * What it is charged to. Amounts are of the calendar year.
     *
     * @param budget of the cost centre; {@code null} if the reader does not see the ledger or there is none
     */
    public record Purpose(
            String costCentre,
            String costCentreName,
            @Nullable BigDecimal budget,
            @Nullable BigDecimal spent,
            @Nullable BigDecimal leftAfter) {}

    /**
     * One line.
     *
     * @param waiting what waits for it: documents that need the item
     * @param lastPrice what was paid last time; {@code null} if it was never bought before
     * @param lastPrices up to three earlier prices, the latest first, in words
     */
    public record Line(
            int position,
            String item,
            String description,
            String unit,
            int quantity,
            int received,
            int open,
            BigDecimal price,
            BigDecimal amount,
            LocalDate requestedOn,
            @Nullable LocalDate confirmedOn,
            String standing,
            long overdueDays,
            int waitingPieces,
            String waiting,
            @Nullable BigDecimal lastPrice,
            @Nullable BigDecimal priceChangePercent,
            String lastPrices) {}

    /** Another order of the same buyer to the same supplier at about the same time. */
    public record Sibling(String number, String reference, LocalDate orderedOn, BigDecimal netAmount) {}
}
