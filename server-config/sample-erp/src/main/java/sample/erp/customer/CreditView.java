package sample.erp.customer;

import java.math.BigDecimal;
import java.util.List;

/** A customer's credit as screens and the assistant show it, with the sums worked out. */
public record CreditView(
        BigDecimal creditLimit,
        BigDecimal openInvoices,
        BigDecimal openOrders,
        BigDecimal exposure,
        BigDecimal overLimitBy,
        BigDecimal availableCredit,
        BigDecimal overdueAmount,
        int overdueInvoices,
        long oldestOverdueDays,
        List<String> brokenRules) {

    public static CreditView of(CreditStanding standing) {
        return new CreditView(
                standing.limit(),
                standing.openInvoices(),
                standing.openOrders(),
                standing.exposure(),
                standing.overLimitBy(),
                standing.available(),
                standing.overdue(),
                standing.overdueInvoices(),
                standing.oldestOverdueDays(),
                standing.brokenRules());
    }
}
