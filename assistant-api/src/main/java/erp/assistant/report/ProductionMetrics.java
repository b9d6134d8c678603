package erp.assistant.report;

import java.time.YearMonth;
import java.util.Map;

/**
 * The three production metrics: monthly inference cost, latency, error rate. A CDI bean, safe for use by many threads.
 */
public interface ProductionMetrics {

    /** The metrics of a calendar month in the company's time zone; all zero for a month without calls. */
    MonthlyMetrics month(YearMonth month);

    /**
     * The same of a part of the month, by day.
     *
     * @param only the slices that all must hold at once, by dimension: {@code model}, {@code provider}, {@code recordType}, {@code
     *     organisation}, {@code department}. Keys are as in {@link MonthlyMetrics#by()}, empty for what is not known; all zero if there is
     *     nothing in it, and the whole month without slices
     * @return the budget of a single slice, if it is an organisation or department with one; broken down by {@code day} alone
     * @throws IllegalArgumentException if there is no such dimension
     * @throws erp.assistant.AssistantException if several slices cannot be told together of all of the month
     */
    MonthlyMetrics month(YearMonth month, Map<String, String> only);

    /** The current month in the company's time zone. */
    YearMonth currentMonth();
}
