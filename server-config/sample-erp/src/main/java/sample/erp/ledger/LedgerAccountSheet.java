package sample.erp.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account over the last 12 full months, beside its budget and the 12 months before. Restricted cost centres are in it for
 * those alone who may see what people earn; all sums are over what the reader sees.
 *
 * @param hiddenCostCentres how many were left out
 * @param oneOff what was posted in the period and does not come back
 */
public record LedgerAccountSheet(
        String organisation,
        String currency,
        String number,
        String version,
        String status,
        String name,
        String kind,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal actual,
        BigDecimal budget,
        BigDecimal lastYear,
        BigDecimal toBudget,
        @Nullable BigDecimal toBudgetPercent,
        BigDecimal toLastYear,
        @Nullable BigDecimal toLastYearPercent,
        BigDecimal oneOff,
        BigDecimal recurring,
        BigDecimal recurringLastYear,
        int hiddenCostCentres,
        List<Driver> drivers,
        List<Centre> costCentres,
        List<Month> months,
        List<Entry> entries) {

    /** One of the largest postings of the period. */
    public record Driver(
            LocalDate postedOn,
            String document,
            String text,
            String costCentre,
            boolean recurring,
            BigDecimal amount) {}

    /** A cost centre's part. */
    public record Centre(
            String code, String name, BigDecimal actual, BigDecimal budget, BigDecimal lastYear, BigDecimal toBudget) {}

    /** A month's part. */
    public record Month(LocalDate firstDay, BigDecimal actual, BigDecimal budget, BigDecimal lastYear) {}

    /** A posting, for the screen. */
    public record Entry(LocalDate postedOn, String document, String text, String costCentre, BigDecimal amount) {}
}
