package sample.erp.stock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the stock of an item lasts.
 *
 * @param reserved what open orders still need
 * @param incoming what is on order
 * @param demandEightWeeks what is promised or needed within eight weeks
 * @param weeklyIssues average of the last 13 weeks, rounded up
 * @param daysOfCover how long the stock lasts at that average; {@code null} if nothing goes out
 * @param firstShortage the first day on which open orders need more than there is by then; {@code null} if none
 * @param suggestedReorder how many to order now so that the safety stock is kept over the lead time
 */
public record StockOutlook(
        int onHand,
        int reserved,
        int available,
        int incoming,
        int demandEightWeeks,
        int weeklyIssues,
        @Nullable Integer daysOfCover,
        @Nullable LocalDate firstShortage,
        int suggestedReorder) {

    /** Weeks over which issues are averaged. */
    public static final int WEEKS = 13;

    /** So many pieces come or go on a day; a day in the past counts as today. */
    public record Change(LocalDate on, int quantity) {}

    /** @param issued what went out in the last {@link #WEEKS} weeks */
    public static StockOutlook of(
            Item item, int onHand, int issued, List<Change> demand, List<Change> receipts, LocalDate today) {
        int reserved = sum(demand);
        int incoming = sum(receipts);
        int weekly = (issued + WEEKS - 1) / WEEKS;
        int overLeadTime = (weekly * item.leadTimeDays() + 6) / 7;
        return new StockOutlook(
                onHand,
                reserved,
                onHand - reserved,
                incoming,
                sum(demand.stream()
                        .filter(change -> change.on().isBefore(today.plusWeeks(8)))
                        .toList()),
                weekly,
                weekly == 0 ? null : 7 * onHand / weekly,
                firstShortage(onHand, demand, receipts, today),
                Math.max(0, item.safetyStock() + reserved + overLeadTime - onHand - incoming));
    }

    private static @Nullable LocalDate firstShortage(
            int onHand, List<Change> demand, List<Change> receipts, LocalDate today) {
        int needed = 0;
        for (Change change :
                demand.stream().sorted(Comparator.comparing(Change::on)).toList()) {
            needed += change.quantity();
            LocalDate day = change.on().isBefore(today) ? today : change.on();
            int there = onHand
                    + sum(receipts.stream()
                            .filter(receipt -> !receipt.on().isAfter(day))
                            .toList());
            if (there < needed) {
                return day;
            }
        }
        return null;
    }

    private static int sum(List<Change> changes) {
        return changes.stream().mapToInt(Change::quantity).sum();
    }
}
