package sample.erp.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one person may see them: what they may not see is {@code null}.
 *
 * @param version changes whenever the customer, an order or an invoice of theirs changes
 */
public record CustomerSheet(
        String organisation,
        String currency,
        String number,
        String version,
        String status,
        String name,
        Customer.Address address,
        Customer.Contact contact,
        String accountManager,
        LocalDate customerSince,
        @Nullable Integer paymentTermsDays,
        @Nullable String note,
        @Nullable CreditView credit,
        @Nullable Business business,
        int openOrderCount,
        int lateLineCount,
        List<OpenOrder> openOrders,
        @Nullable List<UnpaidInvoice> unpaidInvoices,
        List<Activity> activities) {

    /**
     * What they buy and how they pay.
     *
     * @param sales12Months invoiced in the last 365 days, without tax
     * @param salesBefore invoiced in the 365 days before
     * @param trendPercent the change; {@code null} if nothing was invoiced before
     * @param averageDaysToPay from invoice to payment over the last 365 days; {@code null} if nothing was paid
     */
    public record Business(
            BigDecimal sales12Months,
            BigDecimal salesBefore,
            @Nullable BigDecimal trendPercent,
            @Nullable Integer averageDaysToPay) {}

    /** An order that is not delivered in full. */
    public record OpenOrder(
            String number,
            String reference,
            String status,
            LocalDate requestedDate,
            int lateLines,
            @Nullable BigDecimal netAmount) {}

    /** An invoice that is not paid in full. */
    public record UnpaidInvoice(
            String number,
            String reference,
            String status,
            LocalDate dueDate,
            long daysOverdue,
            int dunningLevel,
            BigDecimal openAmount) {}

    /** An entry of the history. */
    public record Activity(LocalDate on, String channel, String summary, String employee) {}
}
