package sample.erp.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Decision;

/**
 * A supplier's invoice beside what was ordered and received.
 *
 * @param difference what is charged above what was received at the ordered prices
 * @param holdReason why it may not be paid, in words; {@code null} if it may
 */
public record SupplierInvoiceSheet(
        String organisation,
        String currency,
        String number,
        String version,
        String statusCode,
        String status,
        String supplierNumber,
        String supplierReference,
        String supplierName,
        String orderNumber,
        String orderReference,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate discountUntil,
        @Nullable LocalDate paidOn,
        BigDecimal netAmount,
        BigDecimal expectedAmount,
        BigDecimal difference,
        BigDecimal priceTolerancePercent,
        int linesOverTolerance,
        @Nullable String holdReason,
        @Nullable Long bankChangedDaysAgo,
        @Nullable String note,
        List<Decision> decisions,
        List<Line> lines) {

    /** One line and the order's. */
    public record Line(
            int position,
            String item,
            String description,
            String unit,
            int charged,
            int ordered,
            int received,
            int quantityDifference,
            BigDecimal price,
            BigDecimal orderedPrice,
            BigDecimal priceDifferencePercent,
            BigDecimal amount,
            BigDecimal difference,
            boolean payable) {}
}
