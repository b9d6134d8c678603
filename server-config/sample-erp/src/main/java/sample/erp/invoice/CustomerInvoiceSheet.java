package sample.erp.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer invoice as one person may see it.
 *
 * @param version changes whenever the invoice changes
 * @param language of letters to the customer, ISO 639-1
 * @param promiseBroken whether the promised day has passed without full payment
 */
public record CustomerInvoiceSheet(
        String organisation,
        String currency,
        String number,
        String version,
        InvoiceStatus statusCode,
        String status,
        String customerNumber,
        String customerReference,
        String customerName,
        String language,
        @Nullable String orderNumber,
        @Nullable String orderReference,
        LocalDate invoiceDate,
        LocalDate dueDate,
        int paymentTermsDays,
        BigDecimal netAmount,
        BigDecimal taxPercent,
        BigDecimal taxAmount,
        BigDecimal grossAmount,
        BigDecimal paidAmount,
        BigDecimal openAmount,
        long daysOverdue,
        int dunningLevel,
        @Nullable LocalDate lastReminder,
        String nextStep,
        @Nullable LocalDate nextStepDate,
        BigDecimal lateInterest,
        @Nullable LocalDate promisedPayment,
        boolean promiseBroken,
        @Nullable String dispute,
        List<Line> lines,
        List<Receipt> payments,
        List<Talk> contacts) {

    /** One invoiced item. */
    public record Line(
            int position,
            String item,
            String description,
            String unit,
            int quantity,
            BigDecimal netPrice,
            BigDecimal amount) {}

    /** Money that came in. */
    public record Receipt(LocalDate paidOn, BigDecimal amount) {}

    /** An entry of the customer's history that is about this invoice. */
    public record Talk(LocalDate on, String channel, String summary, String employee) {}
}
