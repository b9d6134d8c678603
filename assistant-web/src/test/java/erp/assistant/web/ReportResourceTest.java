package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.report.MonthReport;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportResourceTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static String csv(MonthReport.Line... lines) {
        return ReportResource.csv(new MonthReport(YearMonth.of(2026, 11), EUR, List.of(lines)));
    }

    @Test
    void aMonthIsALineForEachOfItsPartsWithExactAmounts() {
        String csv = csv(
                new MonthReport.Line(
                        LocalDate.of(2026, 11, 3),
                        "1000",
                        "claude-haiku-4-5",
                        "sales-order",
                        12,
                        2,
                        1,
                        new Cost(9_007_199_254_740_993L, EUR),
                        10,
                        1,
                        3,
                        new Cost(1, EUR)),
                new MonthReport.Line(
                        LocalDate.of(2026, 11, 4),
                        "=1+1",
                        "",
                        "invoice",
                        0,
                        0,
                        0,
                        new Cost(0, EUR),
                        1,
                        1,
                        0,
                        new Cost(0, EUR)));

        assertThat(csv.lines())
                .containsExactly(
                        "day,organisation,model,record_type,attempts,failed_attempts,unpriced_calls,cost,answers,"
                                + "failed_answers,cache_hits,saved,currency",
                        "2026-11-03,1000,claude-haiku-4-5,sales-order,12,2,1,9007199.254740993,10,1,3,0.000000001,EUR",
                        "2026-11-04,'=1+1,,invoice,0,0,0,0.000000000,1,1,0,0.000000000,EUR");
    }

    @Test
    void aMonthWithoutCallsIsAHeader() {
        assertThat(csv().lines()).hasSize(1);
    }
}
