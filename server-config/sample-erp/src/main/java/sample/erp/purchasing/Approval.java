package sample.erp.purchasing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Decision;
import sample.erp.rule.Measure;
import sample.erp.rule.Outcome;

/** Who must agree before a purchase order is sent. */
public final class Approval {

    /** Above this, somebody other than the buyer approves (rule AP-01). */
    public static final BigDecimal NEEDED_ABOVE = new BigDecimal("2500.00");

    /** Above this, the management approves (rule AP-02). */
    public static final BigDecimal MANAGEMENT_ABOVE = new BigDecimal("5000.00");

    /** Orders of one buyer to one supplier within so many days count together (rule AP-03). */
    public static final int SPLIT_DAYS = 7;

    private Approval() {}

    public static boolean isNeeded(PurchaseOrder order) {
        return order.netAmount().compareTo(NEEDED_ABOVE) > 0;
    }

    public static boolean isWaiting(PurchaseOrder order) {
        return isNeeded(order) && order.approvedBy() == null;
    }

    /**
     * The rules that apply to an order.
     *
     * @param siblings other orders of the same buyer to the same supplier within {@link #SPLIT_DAYS}
     */
    public static List<Decision> of(PurchaseOrder order, List<PurchaseOrder> siblings) {
        String currency = order.organisation().currency().getCurrencyCode();
        List<Decision> decisions = new ArrayList<>();
        if (!isNeeded(order)) {
            return decisions;
        }
        boolean waiting = isWaiting(order);
        decisions.add(new Decision(
                "AP-01",
                "",
                "An order above the limit is sent only after somebody other than the buyer approved it",
                new Measure(order.netAmount(), currency),
                new Measure(NEEDED_ABOVE, currency),
                waiting ? Outcome.STOPPED : Outcome.PASSED,
                "Head of the cost centre",
                waiting ? "Approve or return it" : "None"));
        if (order.netAmount().compareTo(MANAGEMENT_ABOVE) > 0) {
            decisions.add(new Decision(
                    "AP-02",
                    "",
                    "An order above this limit is approved by the management",
                    new Measure(order.netAmount(), currency),
                    new Measure(MANAGEMENT_ABOVE, currency),
                    waiting ? Outcome.STOPPED : Outcome.PASSED,
                    "Management",
                    waiting ? "Ask the management" : "None"));
        }
        BigDecimal together = together(order, siblings);
        if (!siblings.isEmpty() && together.compareTo(MANAGEMENT_ABOVE) > 0) {
            decisions.add(new Decision(
                    "AP-03",
                    "",
                    "Orders of one buyer to one supplier within " + SPLIT_DAYS + " days count together",
                    new Measure(together, currency),
                    new Measure(MANAGEMENT_ABOVE, currency),
                    waiting ? Outcome.WARNED : Outcome.PASSED,
                    "Management",
                    "Look at " + numbers(siblings) + " too"));
        }
        if (order.requester().equals(order.buyer())) {
            decisions.add(new Decision(
                    "SD-01",
                    "",
                    "Whoever asks for goods does not buy them",
                    null,
                    null,
                    waiting ? Outcome.WARNED : Outcome.PASSED,
                    "Head of the cost centre",
                    "Let somebody else confirm the need"));
        }
        return decisions;
    }

    /** What an order and its siblings come to. */
    public static BigDecimal together(PurchaseOrder order, List<PurchaseOrder> siblings) {
        return siblings.stream().map(PurchaseOrder::netAmount).reduce(order.netAmount(), BigDecimal::add);
    }

    private static String numbers(List<PurchaseOrder> orders) {
        return String.join(", ", orders.stream().map(PurchaseOrder::number).toList());
    }

    /** How an order stands, in a word. */
    public static String status(PurchaseOrder order, @Nullable Boolean overdue) {
        if (isWaiting(order)) {
            return "Waiting for approval";
        }
        if (order.lines().stream().allMatch(line -> line.open() == 0)) {
            return "Received";
        }
        return Boolean.TRUE.equals(overdue) ? "Overdue" : "Ordered";
    }
}
