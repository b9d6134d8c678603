package sample.erp.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Decision;
import sample.erp.rule.Measure;
import sample.erp.rule.Outcome;

/**
 * What granting the discount that a customer asks for would mean, in the order's currency.
 *
 * @param lines those it is asked for
 * @param concession by how much the order would be cheaper
 * @param netAfter what the order would come to
 * @param approvalNeeded whether sales may not grant it alone (rule PR-01)
 * @param usualPercent the average discount on this customer's lines of the last 12 months; {@code null} if there are none
 * @param marginPercentAfter of the order; {@code null} for whoever does not see cost
 */
public record PriceQuestion(
        List<Line> lines,
        BigDecimal concession,
        BigDecimal netAfter,
        boolean approvalNeeded,
        String approver,
        BigDecimal limitPercent,
        @Nullable BigDecimal usualPercent,
        @Nullable BigDecimal marginPercentAfter) {

    /** What sales may grant on a line in all, in percent of the list price (rule PR-01). */
    public static final BigDecimal LIMIT_PERCENT = new BigDecimal("10.0");

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * One line.
     *
     * @param askedPercent the further discount, on the net price
     * @param totalPercent what both discounts come to, of the list price
     */
    public record Line(
            int position,
            BigDecimal listPrice,
            BigDecimal netPrice,
            BigDecimal askedPercent,
            BigDecimal priceAfter,
            BigDecimal totalPercent,
            BigDecimal concession) {

        static Line of(SalesOrderLine line, BigDecimal asked) {
            BigDecimal after =
                    line.netPrice().multiply(HUNDRED.subtract(asked)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
            return new Line(
                    line.position(),
                    line.listPrice(),
                    line.netPrice(),
                    asked,
                    after,
                    line.listPrice()
                            .subtract(after)
                            .movePointRight(2)
                            .divide(line.listPrice(), 1, RoundingMode.HALF_UP),
                    line.netPrice().subtract(after).multiply(BigDecimal.valueOf(line.quantity())));
        }

        boolean isOverLimit() {
            return totalPercent.compareTo(LIMIT_PERCENT) > 0;
        }
    }

    /** The rule for each line that is over the limit. */
    public List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (Line line : lines) {
            if (line.isOverLimit()) {
                decisions.add(new Decision(
                        "PR-01",
                        String.valueOf(line.position()),
                        "Sales may grant discounts up to the limit in all",
                        Measure.percent(line.totalPercent()),
                        Measure.percent(LIMIT_PERCENT),
                        Outcome.STOPPED,
                        approver,
                        "Ask the " + approver + ", or offer less"));
            }
        }
        return decisions;
    }
}
