package erp.assistant.report;

import java.time.YearMonth;

/** The monthly reports for accounting. A CDI bean, safe for use by many threads. */
public interface MonthReports {

    /** The report of a calendar month in the company's time zone; without lines for a month without calls. */
    MonthReport report(YearMonth month);
}
