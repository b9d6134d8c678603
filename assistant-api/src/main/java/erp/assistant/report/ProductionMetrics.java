package erp.assistant.report;

import java.time.YearMonth;

/**
 * The three production metrics: monthly inference cost, latency, error rate. A CDI bean, safe for use by many threads.
 */
public interface ProductionMetrics {

    /** The metrics of a calendar month in the company's time zone; all zero for a month without calls. */
    MonthlyMetrics month(YearMonth month);

    /** The current month in the company's time zone. */
    YearMonth currentMonth();
}
