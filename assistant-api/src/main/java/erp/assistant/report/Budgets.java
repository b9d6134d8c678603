package erp.assistant.report;

import erp.assistant.Cost;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How the budgets of the calendar month stand. A CDI bean, safe for use by many threads; blocks on the database. */
public interface Budgets {

    /** All budgets of the month that runs, the company's first. */
    Report report();

    /**
     * The budgets of a month.
     *
     * @param month in the company's time zone
     * @param resetDate the first day of the next month, on which all begin anew
     * @param enforcement {@code hard} or {@code warn}
     * @param atLimit what is tried before a question is refused, in this order
     */
    record Report(
            YearMonth month, LocalDate resetDate, String enforcement, List<String> atLimit, List<Budget> budgets) {
        public Report {
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(resetDate, "resetDate");
            Objects.requireNonNull(enforcement, "enforcement");
            atLimit = List.copyOf(atLimit);
            budgets = List.copyOf(budgets);
        }
    }

    /**
     * One budget.
     *
     * @param scope {@code company}, {@code organisation}, {@code department}, {@code user} or {@code capability}
     * @param name of whom or what; empty for the company
     * @param spent what its settled calls cost; calls whose cost is not known count with their upper bound
     * @param reserved the upper bounds of the calls under way
     * @param forecast what will be spent at the month's end if it goes on like this; empty before there is a base for it
     * @param warnings the percentages that were told of this month, in ascending order
     */
    record Budget(
            String scope,
            String name,
            Cost limit,
            Cost spent,
            Cost reserved,
            Optional<Cost> forecast,
            List<Integer> warnings) {
        public Budget {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(name, "name");
            warnings = List.copyOf(warnings);
        }

        /** What the next calls may cost; below zero if more was spent than the limit, as when the limit was lowered. */
        public Cost left() {
            return new Cost(limit.nanos() - spent.nanos() - reserved.nanos(), limit.currency());
        }
    }
}
