package sample.erp.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where an invoice stands on a day: how late it is, what is to be done next, and what interest may be charged.
 *
 * @param daysOverdue 0 if it is paid or not due yet
 * @param nextStep what credit control does next, in words
 * @param nextStepOn when, or {@code null} if nothing is to be done
 * @param interest late-payment interest so far
 */
public record InvoiceStanding(
        InvoiceStatus status,
        long daysOverdue,
        String nextStep,
        @Nullable LocalDate nextStepOn,
        BigDecimal interest) {

    private static final int[] DUNNED_AFTER_DAYS = {10, 24, 38};
    private static final String[] STEPS = {"First reminder", "Second reminder", "Final notice"};

    /** What the group's terms of payment charge on late payments, in percent a year. */
    private static final BigDecimal INTEREST_PERCENT = new BigDecimal("9");

    private static final BigDecimal DAYS_A_YEAR_PERCENT = new BigDecimal(36_500);

    public static InvoiceStanding of(CustomerInvoice invoice, LocalDate today) {
        if (invoice.openAmount().signum() <= 0) {
            return new InvoiceStanding(InvoiceStatus.PAID, 0, "Nothing: it is paid", null, BigDecimal.ZERO);
        }
        long late = Math.max(0, ChronoUnit.DAYS.between(invoice.dueOn(), today));
        InvoiceStatus status = invoice.dispute() != null
                ? InvoiceStatus.DISPUTED
                : late > 0 ? InvoiceStatus.OVERDUE : InvoiceStatus.OPEN;
        return new InvoiceStanding(
                status, late, nextStep(invoice), nextStepOn(invoice), interest(invoice.openAmount(), late));
    }

    /** The dunning level an invoice so late should have: 0 to 3. */
    public static int levelDue(long daysOverdue) {
        int level = 0;
        while (level < DUNNED_AFTER_DAYS.length && daysOverdue >= DUNNED_AFTER_DAYS[level]) {
            level++;
        }
        return level;
    }

    /** When an invoice reaches a dunning level of 1 to 3. */
    public static LocalDate dunnedOn(LocalDate dueOn, int level) {
        return dueOn.plusDays(DUNNED_AFTER_DAYS[level - 1]);
    }

    private static String nextStep(CustomerInvoice invoice) {
        if (invoice.dispute() != null) {
            return "Settle the dispute; no reminder until then";
        }
        return invoice.dunningLevel() < STEPS.length
                ? STEPS[invoice.dunningLevel()]
                : "Hand over to the collection agency";
    }

    private static @Nullable LocalDate nextStepOn(CustomerInvoice invoice) {
        if (invoice.dispute() != null) {
            return null;
        }
        LocalDate promised = invoice.promisedPaymentOn();
        LocalDate planned = invoice.dunningLevel() < STEPS.length
                ? dunnedOn(invoice.dueOn(), invoice.dunningLevel() + 1)
                : dunnedOn(invoice.dueOn(), STEPS.length).plusDays(14);
        return promised != null && promised.isAfter(planned) ? promised.plusDays(1) : planned;
    }

    private static BigDecimal interest(BigDecimal open, long days) {
        return open.multiply(INTEREST_PERCENT)
                .multiply(BigDecimal.valueOf(days))
                .divide(DAYS_A_YEAR_PERCENT, 2, RoundingMode.HALF_UP);
    }
}
