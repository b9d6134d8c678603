package sample.erp.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.customer.CreditView;
import sample.erp.rule.Decision;

/**
 * A sales order as one person may see it: what they may not see is {@code null}. Screens and the assistant show this and
 * nothing else of an order.
 *
 * @param version changes whenever the order changes
 */
public record SalesOrderSheet(
        String organisation,
        String currency,
        String number,
        String version,
        OrderStatus statusCode,
        String status,
        String customerNumber,
        String customerReference,
        String customerName,
        String customerOrder,
        String shipTo,
        LocalDate orderDate,
        LocalDate requestedDate,
        String salesPerson,
        String deliveryTerms,
        @Nullable String note,
        @Nullable Block block,
        OrderProgress progress,
        @Nullable Amounts amounts,
        @Nullable CreditView credit,
        @Nullable Margin margin,
        List<Line> lines,
        List<Shipment> deliveries,
        @Nullable List<Bill> invoices,
        List<Decision> decisions,
        @Nullable PriceQuestion priceQuestion) {

    /** Why deliveries are stopped, since when and by whom. */
    public record Block(
            String reason,
            @Nullable LocalDate since,
            @Nullable String by) {}

    /** Sums without tax, in the order's currency. */
    public record Amounts(BigDecimal net, BigDecimal open) {}

    /** What the order earns. */
    public record Margin(BigDecimal cost, BigDecimal amount, BigDecimal percent) {}

    /**
     * One line.
     *
     * @param available how many of the open ones could leave today; {@code null} if nothing is open
     */
    public record Line(
            int position,
            String item,
            String description,
            String unit,
            String warehouse,
            int quantity,
            int delivered,
            int open,
            LocalDate promisedDate,
            boolean late,
            long daysLate,
            @Nullable Integer available,
            @Nullable LocalDate earliestFull,
            @Nullable String supplySource,
            @Nullable Price price,
            @Nullable BigDecimal unitCost) {}

    /** What one line costs the customer. */
    public record Price(BigDecimal list, BigDecimal discountPercent, BigDecimal net, BigDecimal amount) {}

    /** A delivery. */
    public record Shipment(String number, LocalDate shippedOn, String carrier, int pieces) {}

    /** A customer invoice of this order; {@code reference} is how the reader writes its number. */
    public record Bill(String number, String reference, LocalDate issuedOn, LocalDate dueOn, BigDecimal open) {}
}
