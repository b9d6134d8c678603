package sample.erp.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import sample.erp.rule.Decision;
import sample.erp.rule.Measure;
import sample.erp.rule.Outcome;

/**
 * How much credit a customer has and uses, in their organisation's currency.
 *
 * @param openInvoices what they owe, with tax
 * @param openOrders ordered and not delivered yet, without tax
 * @param overdue the part of {@code openInvoices} that is past its due date
 * @param oldestOverdueDays 0 if nothing is overdue
 */
public record CreditStanding(
        BigDecimal limit,
        BigDecimal openInvoices,
        BigDecimal openOrders,
        BigDecimal overdue,
        int overdueInvoices,
        long oldestOverdueDays) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** An invoice overdue for longer than this stops deliveries (rule CR-02). */
    public static final int TOLERATED_OVERDUE_DAYS = 30;

    /** What would be lost if the customer paid nothing any more. */
    public BigDecimal exposure() {
        return openInvoices.add(openOrders);
    }

    /** By how much the exposure lies over the limit, or zero. */
    public BigDecimal overLimitBy() {
        return exposure().subtract(limit).max(NOTHING);
    }

    /** How much more they may order, or zero. */
    public BigDecimal available() {
        return limit.subtract(exposure()).max(NOTHING);
    }

    /** The rules of credit control that are broken, with what they looked at. */
    public List<Decision> decisions(String currency) {
        List<Decision> decisions = new ArrayList<>();
        if (exposure().compareTo(limit) > 0) {
            decisions.add(new Decision(
                    "CR-01",
                    "",
                    "The exposure may not be over the credit limit",
                    new Measure(exposure(), currency),
                    new Measure(limit, currency),
                    Outcome.STOPPED,
                    "Head of accounting",
                    "Get invoices paid until the exposure is under the limit, or raise it"));
        }
        if (oldestOverdueDays > TOLERATED_OVERDUE_DAYS) {
            decisions.add(new Decision(
                    "CR-02",
                    "",
                    "No invoice may be overdue for longer than tolerated",
                    Measure.of(oldestOverdueDays, "days"),
                    Measure.of(TOLERATED_OVERDUE_DAYS, "days"),
                    Outcome.STOPPED,
                    "Head of accounting",
                    "Get the oldest invoices paid"));
        }
        return List.copyOf(decisions);
    }

    /** The rules of credit control that this customer breaks, in words; none if deliveries may go out. */
    public List<String> brokenRules() {
        List<String> rules = new ArrayList<>();
        if (exposure().compareTo(limit) > 0) {
            rules.add("CR-01: the exposure is over the credit limit");
        }
        if (oldestOverdueDays > TOLERATED_OVERDUE_DAYS) {
            rules.add("CR-02: an invoice is more than " + TOLERATED_OVERDUE_DAYS + " days overdue");
        }
        return List.copyOf(rules);
    }
}
