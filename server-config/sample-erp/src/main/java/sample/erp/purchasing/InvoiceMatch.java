package sample.erp.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import sample.erp.rule.Decision;
import sample.erp.rule.Measure;
import sample.erp.rule.Outcome;

/** Compares a supplier's invoice with what was ordered and received. */
public final class InvoiceMatch {

    /** How far a price may lie above the ordered one, in percent. */
    public static final BigDecimal PRICE_TOLERANCE_PERCENT = new BigDecimal("2.0");

    private InvoiceMatch() {}

    /** Whether the line may be paid: the price is within tolerance and no more is charged than was received. */
    public static boolean isPayable(SupplierInvoiceLine line) {
        return priceVariancePercent(line).compareTo(PRICE_TOLERANCE_PERCENT) <= 0 && line.quantityVariance() <= 0;
    }

    /** The rules that each line was compared by; those that a line keeps are not told. */
    public static List<Decision> decisions(SupplierInvoice invoice) {
        List<Decision> decisions = new ArrayList<>();
        for (SupplierInvoiceLine line : invoice.lines()) {
            String position = String.valueOf(line.position());
            BigDecimal percent = priceVariancePercent(line);
            if (percent.compareTo(PRICE_TOLERANCE_PERCENT) > 0) {
                decisions.add(new Decision(
                        "IM-01",
                        position,
                        "The price may lie above the ordered one by the tolerance at most",
                        Measure.percent(percent),
                        Measure.percent(PRICE_TOLERANCE_PERCENT),
                        Outcome.STOPPED,
                        "Buyer of the order",
                        "Ask the supplier for a credit note, or let the buyer accept the price"));
            }
            if (line.quantityVariance() > 0) {
                String unit = line.orderLine().item().unit();
                decisions.add(new Decision(
                        "IM-02",
                        position,
                        "No more may be charged than was received",
                        Measure.of(line.quantity(), unit),
                        Measure.of(line.orderLine().received(), unit),
                        Outcome.STOPPED,
                        "Warehouse, by posting the missing receipt",
                        "Ask the warehouse whether the rest has come"));
            }
        }
        return decisions;
    }

    /** How far the price lies above the ordered one, in percent with one decimal. */
    public static BigDecimal priceVariancePercent(SupplierInvoiceLine line) {
        return line.priceVariance().movePointRight(2).divide(line.orderLine().price(), 1, RoundingMode.HALF_UP);
    }
}
