package sample.erp.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Decision;

/**
 * A delivery as one person may see it.
 *
 * @param percentOfOrder the share of the order's pieces that went with it
 * @param invoiceNumber {@code null} if there is none yet, or the person does not see invoices
 */
public record DeliverySheet(
        String organisation,
        String number,
        String version,
        String statusCode,
        String status,
        String orderNumber,
        String orderReference,
        String customerReference,
        String customerName,
        String shipTo,
        LocalDate shippedOn,
        String carrier,
        String deliveryTerms,
        int pieces,
        BigDecimal percentOfOrder,
        int openPieces,
        int lateLines,
        long mostDaysLate,
        @Nullable String invoiceNumber,
        @Nullable String invoiceReference,
        List<Decision> decisions,
        List<Line> lines) {

    /** One line; {@code daysLate} is 0 if it left in time. */
    public record Line(
            int position,
            String item,
            String description,
            String unit,
            int quantity,
            LocalDate promisedOn,
            long daysLate,
            int stillOpen) {}
}
