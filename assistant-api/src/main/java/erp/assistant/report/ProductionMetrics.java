package erp.assistant.report;

import java.time.YearMonth;

/**
 * The three production metrics: monthly inference cost, latency, error rate. A CDI bean, safe for use by many threads.
 */
public interface ProductionMetrics {

    /** The metrics of a calendar month in the company's time zone; all zero for a month without calls. */
    MonthlyMetrics month(YearMonth month);

    /**
     * The same of one slice of the month, by day.
     *
     * @param dimension {@code model}, {@code provider}, {@code recordType}, {@code organisation} or {@code department}
     * @param key of the slice, as in {@link MonthlyMetrics#by()}; all zero if there is none
     * @return the slice's budget, if it is an organisation or department with one; broken down by {@code day} alone
     * @throws IllegalArgumentException if there is no such dimension
     */
    MonthlyMetrics month(YearMonth month, String dimension, String key);

    /** The current month in the company's time zone. */
    YearMonth currentMonth();
}
