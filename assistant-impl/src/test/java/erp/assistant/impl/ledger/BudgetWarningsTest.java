package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Purses.BOUND;
import static erp.assistant.impl.ledger.Purses.COST;
import static erp.assistant.impl.ledger.Purses.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.impl.fault.BudgetReached;
import erp.assistant.report.BudgetWarning;
import erp.assistant.report.Budgets.Budget;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BudgetWarningsTest {

    private static final String COMPANY = "assistant.budget.monthly";

    private final Purses purses;

    BudgetWarningsTest(TestDatabase kind) {
        purses = new Purses(kind.migrated());
    }

    private void spend(int times) {
        for (int i = 0; i < times; i++) {
            purses.settle(purses.open(by("anna")));
        }
    }

    private void bothServersLook() {
        purses.one.budgetWarnings().run();
        purses.other.budgetWarnings().run();
    }

    private List<String> told() {
        List<String> told = purses.warnings.stream()
                .map(warning -> warning.scope() + " " + warning.name() + " " + warning.percent())
                .toList();
        purses.warnings.clear();
        return told;
    }

    @Test
    void eachPercentageIsToldOnceByWhicheverServerSeesItFirst() {
        purses.limit(COMPANY, 20 * COST);
        spend(9);
        bothServersLook();
        assertThat(told()).as("45 percent").isEmpty();

        spend(1);
        bothServersLook();
        bothServersLook();
        assertThat(purses.warnings).singleElement().satisfies(warning -> {
            assertThat(warning.limit().nanos()).isEqualTo(20 * COST);
            assertThat(warning.spent().nanos()).isEqualTo(10 * COST);
            assertThat(warning.resetDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        });
        assertThat(told()).containsExactly("company  50");
        spend(4);
        bothServersLook();
        assertThat(told()).as("70 percent").isEmpty();
    }

    @Test
    void aBudgetThatJumpsTellsWhatItHasPassed() {
        purses.limit(COMPANY, 20 * COST);
        purses.settle(purses.open(by("anna")), Fixtures.reported(40_000, 0));

        bothServersLook();

        assertThat(told()).containsExactly("company  50", "company  80", "company  100");
    }

    @Test
    void aRefusalIsTheEndAlthoughLessIsSpentAndIsToldOnce() {
        purses.limit("assistant.budget.per-user", BOUND + COST);
        spend(2);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> spend(1)).isInstanceOf(BudgetReached.class);
        }
        bothServersLook();

        assertThat(told()).containsExactly("user anna 50", "user anna 80", "user anna 100");
        Budget budget = purses.report().budgets().get(0);
        assertThat(budget.spent().nanos()).isEqualTo(2 * COST);
        assertThat(budget.warnings()).containsExactly(50, 80, 100);
    }

    @Test
    void aNewMonthTellsAnew() {
        purses.limit(COMPANY, 4 * COST + BOUND);
        spend(5);
        bothServersLook();
        assertThat(told()).containsExactly("company  50");

        purses.at("2026-12-01T08:00:00Z");
        bothServersLook();
        assertThat(told()).isEmpty();
        spend(5);
        bothServersLook();
        assertThat(told()).containsExactly("company  50");
    }

    @Test
    void aWarningThatSomebodyCannotTakeIsNotToldAgain() {
        Ledger deaf = new Ledger(
                purses.database,
                PriceCatalogue.load(purses.settings()),
                purses::settings,
                purses.clock,
                row -> {},
                warning -> {
                    purses.warnings.add(warning);
                    throw new IllegalStateException("not now");
                });
        purses.limit(COMPANY, BOUND);
        purses.settle(purses.open(by("anna")), Fixtures.reported(5_000, 0));

        deaf.budgetWarnings().run();
        bothServersLook();

        assertThat(purses.warnings).extracting(BudgetWarning::percent).containsExactly(50);
    }

    @Test
    void theReportShowsAllBudgetsTheCompanyFirst() {
        purses.configure("assistant.budget.user.carl", "3");
        purses.configure("assistant.budget.per-user", "2");
        purses.configure("assistant.budget.capability.customer", "1");
        purses.configure("assistant.budget.department.sales", "4");
        purses.configure(COMPANY, "10");
        spend(2);

        assertThat(purses.report().budgets())
                .extracting(budget -> budget.scope() + "/" + budget.name() + " "
                        + budget.limit().amount())
                .containsExactly(
                        "company/ 10.00",
                        "department/sales 4.00",
                        "capability/customer 1.00",
                        "user/anna 2.00",
                        "user/carl 3.00");
        Budget company = purses.report().budgets().get(0);
        assertThat(company.forecast())
                .hasValueSatisfying(forecast -> assertThat(forecast.nanos())
                        .as("30 days, of which 19 days and 11 hours are over")
                        .isEqualTo(Math.round(2 * COST * 30 * 24 / 467.0)));
        assertThat(company.left().nanos()).isEqualTo(10_000_000_000L - 2 * COST);
        assertThat(purses.report().resetDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(purses.report().enforcement()).isEqualTo("hard");
        assertThat(purses.report().atLimit()).containsExactly("small-model", "cached", "offline");
    }
}
