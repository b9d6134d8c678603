package erp.assistant.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The ledger's rows, newest first. A CDI bean, safe for use by many threads. */
public interface CallLog {

    /**
     * Returns a page of attempts.
     *
     * @param offset how many rows to pass over, from 0
     * @param limit how many rows at most, 1 to 1,000
     * @throws IllegalArgumentException if there is no such dimension
     */
    List<LedgerRow> attempts(Search search, int offset, int limit);

    /** A page of all attempts. */
    default List<LedgerRow> attempts(int offset, int limit) {
        return attempts(Search.ALL, offset, limit);
    }

    /**
     * Which attempts.
     *
     * @param month in the company's time zone; empty for any, without a filter
     * @param only as in {@link ProductionMetrics#month(YearMonth, Map)}
     */
    record Search(Optional<YearMonth> month, Map<String, String> only) {

        static final Search ALL = new Search(Optional.empty(), Map.of());

        public Search {
            Objects.requireNonNull(month, "month");
            only = Map.copyOf(only);
            if (month.isEmpty() && !only.isEmpty()) {
                throw new IllegalArgumentException(
                        "a filter needs a month: else all that was ever called would be gone through");
            }
        }
    }
}
