package erp.assistant.report;

import erp.assistant.Cost;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * A month's calls for a spreadsheet: a line for each day, organisation, model and record type that had some.
 *
 * @param currency of all costs
 * @param lines in the order of day, organisation, model and record type; they add up to the month's metrics
 */
public record MonthReport(YearMonth month, Currency currency, List<Line> lines) {

    public MonthReport {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(currency, "currency");
        lines = List.copyOf(lines);
    }

    /**
     * What one model did on one day about one type of record for one organisation.
     *
     * @param day in the company's time zone
     * @param model the one that the response names; empty if none answered
     * @param attempts requests to providers
     * @param failedAttempts those of them that failed, before fallback; cancellations are no failures
     * @param unpricedCalls attempts without a known price; not in the cost
     * @param cost the exact sum of the priced attempts
     * @param answers answers that were asked for
     * @param failedAnswers answers that ended in an error or broke off, after fallback
     * @param cacheHits answers that were given again from the cache
     * @param saved what those had cost when they were made, as far as known
     */
    public record Line(
            LocalDate day,
            String organisation,
            String model,
            String recordType,
            long attempts,
            long failedAttempts,
            long unpricedCalls,
            Cost cost,
            long answers,
            long failedAnswers,
            long cacheHits,
            Cost saved) {

        public Line {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(recordType, "recordType");
            Objects.requireNonNull(cost, "cost");
            Objects.requireNonNull(saved, "saved");
        }
    }
}
