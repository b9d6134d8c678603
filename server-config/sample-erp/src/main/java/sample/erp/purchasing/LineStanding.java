package sample.erp.purchasing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a purchase order's line stands on a day.
 *
 * @param overdueDays since the confirmed day, or since the requested day if nothing is confirmed; 0 if it is not overdue
 * @param unconfirmed whether the supplier has not said when it comes
 * @param dueSoon whether it is due within a week
 */
public record LineStanding(long overdueDays, boolean unconfirmed, boolean dueSoon) {

    private static final int SOON_DAYS = 7;

    public static LineStanding of(PurchaseOrderLine line, LocalDate today) {
        if (line.open() == 0) {
            return new LineStanding(0, false, false);
        }
        LocalDate confirmed = line.confirmedOn();
        LocalDate expected = confirmed == null ? line.requestedOn() : confirmed;
        long overdue = Math.max(0, ChronoUnit.DAYS.between(expected, today));
        return new LineStanding(
                overdue, confirmed == null, overdue == 0 && !expected.isAfter(today.plusDays(SOON_DAYS)));
    }

    public boolean isOverdue() {
        return overdueDays > 0;
    }

    /** In a word or two. */
    public String label(PurchaseOrderLine line) {
        if (line.open() == 0) {
            return "Received";
        }
        if (isOverdue()) {
            return "Overdue";
        }
        return unconfirmed ? "Unconfirmed" : dueSoon ? "Due soon" : "Confirmed";
    }
}
