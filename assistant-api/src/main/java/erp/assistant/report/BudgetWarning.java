package erp.assistant.report;

import erp.assistant.Cost;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A budget has come to 50, 80 or 100 percent: a CDI event, fired on one of the servers, once for each month, budget and percentage.
 * It comes on a thread of the container, up to a quarter of a minute late.
 *
 * @param scope {@code company}, {@code organisation}, {@code department}, {@code user} or {@code capability}
 * @param name of whom or what; empty for the company
 * @param percent 100 also if a call was refused because its upper bound had no room any more
 * @param resetDate when it begins anew
 */
public record BudgetWarning(
        YearMonth month, String scope, String name, int percent, Cost limit, Cost spent, LocalDate resetDate) {
    public BudgetWarning {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(spent, "spent");
        Objects.requireNonNull(resetDate, "resetDate");
    }
}
