package erp.assistant.report;

import erp.assistant.Cost;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * Prices the attempts of a month again, at the prices in force now for the days on which they were sent. A CDI bean, safe for
 * use by many threads; blocks while it goes through the month.
 */
public interface Rerating {

    /** What {@link #apply} would change now; changes nothing. */
    Report preview(YearMonth month);

    /**
     * Puts the new costs into the ledger. The old ones stay in its history, and the log has a line. If it is broken off, what
     * was done stays, and doing it again does the rest.
     *
     * @param by who wants it
     */
    Report apply(YearMonth month, String by);

    /**
     * What changes.
     *
     * @param fingerprint of the price files, as {@link PriceBook.State} has it
     * @param skipped attempts that somebody else settled anew at the same moment; they were not changed
     * @param totals one for each currency of the month
     * @param models one for each model and currency, sorted by model
     */
    record Report(
            YearMonth month, boolean applied, String fingerprint, long skipped, List<Line> totals, List<Line> models) {

        public Report {
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(fingerprint, "fingerprint");
            totals = List.copyOf(totals);
            models = List.copyOf(models);
        }
    }

    /**
     * Some attempts before and after.
     *
     * @param model as the responses name it, or as it was asked for where none did; empty in a total
     * @param attempts that are settled
     * @param changed how many of them get another cost, or get one, or lose it
     * @param before the sum of the known costs
     * @param after the sum of the known costs, in the same currency
     */
    record Line(
            String model,
            long attempts,
            long changed,
            Cost before,
            Cost after,
            long unpricedBefore,
            long unpricedAfter) {

        public Line {
            Objects.requireNonNull(model, "model");
            if (!before.currency().equals(after.currency())) {
                throw new IllegalArgumentException("costs before and after must be in one currency");
            }
        }

        /** After less before; negative if it gets cheaper. */
        public Cost difference() {
            return new Cost(Math.subtractExact(after.nanos(), before.nanos()), after.currency());
        }
    }
}
