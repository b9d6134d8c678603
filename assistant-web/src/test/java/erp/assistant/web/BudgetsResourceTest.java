package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.report.Budgets.Budget;
import erp.assistant.report.Budgets.Report;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetsResourceTest {

    private static Cost euros(long nanos) {
        return new Cost(nanos, Currency.getInstance("EUR"));
    }

    @Test
    void moneyIsExactTextAndAForecastWithoutBaseIsNull() {
        Report report = new Report(
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 12, 1),
                "hard",
                List.of("cached"),
                List.of(
                        new Budget(
                                "company",
                                "",
                                euros(10_000_000_000L),
                                euros(6_000_000_001L),
                                euros(5_000_000_000L),
                                Optional.of(euros(9_000_000_000L)),
                                List.of(50)),
                        new Budget("user", "anna", euros(0), euros(0), euros(0), Optional.empty(), List.of())));

        assertThat(new BudgetsResource(() -> report).budgets()).isEqualTo("""
                {"month":"2026-11","resetDate":"2026-12-01","enforcement":"hard","atLimit":["cached"],"budgets":[\
                {"scope":"company","name":"","limit":{"amount":"10.00","currency":"EUR"},\
                "spent":{"amount":"6.000000001","currency":"EUR"},"reserved":{"amount":"5.00","currency":"EUR"},\
                "left":{"amount":"-1.000000001","currency":"EUR"},"forecast":{"amount":"9.00","currency":"EUR"},"warnings":[50]},\
                {"scope":"user","name":"anna","limit":{"amount":"0.00","currency":"EUR"},\
                "spent":{"amount":"0.00","currency":"EUR"},"reserved":{"amount":"0.00","currency":"EUR"},\
                "left":{"amount":"0.00","currency":"EUR"},"forecast":null,"warnings":[]}]}""");
    }
}
