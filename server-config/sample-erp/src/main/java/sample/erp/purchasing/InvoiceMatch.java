package sample.erp.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Compares a supplier's invoice with what was ordered and received. */
public final class InvoiceMatch {

    /** How far a price may lie above the ordered one, in percent. */
    public static final BigDecimal PRICE_TOLERANCE_PERCENT = new BigDecimal("2.0");

    private InvoiceMatch() {}

    /** Whether the line may be paid: the price is within tolerance and no more is charged than was received. */
    public static boolean isPayable(SupplierInvoiceLine line) {
        return priceVariancePercent(line).compareTo(PRICE_TOLERANCE_PERCENT) <= 0 && line.quantityVariance() <= 0;
    }

    /** How far the price lies above the ordered one, in percent with one decimal. */
    public static BigDecimal priceVariancePercent(SupplierInvoiceLine line) {
        return line.priceVariance().movePointRight(2).divide(line.orderLine().price(), 1, RoundingMode.HALF_UP);
    }
}
