package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Purses.BOUND;
import static erp.assistant.impl.ledger.Purses.COST;
import static erp.assistant.impl.ledger.Purses.by;
import static erp.assistant.impl.ledger.Purses.standing;
import static erp.assistant.impl.ledger.Purses.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ModelTier;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.fault.BudgetReached;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BudgetBookTest {

    private static final String COMPANY = "assistant.budget.monthly";

    private final LosingDataSource database;
    private final Purses purses;

    BudgetBookTest(TestDatabase kind) {
        database = new LosingDataSource(kind.migrated());
        purses = new Purses(database.asDataSource());
    }

    private long count(String table) throws SQLException {
        return purses.sql
                .query("SELECT COUNT(*) FROM " + table, row -> row.getLong(1))
                .get(0);
    }

    private BudgetReached refusal(Attribution by) {
        return catchThrowableOfType(BudgetReached.class, () -> purses.open(by));
    }

    @Test
    void withoutABudgetNothingIsWrittenOfBudgets() throws SQLException {
        purses.settle(purses.open(by("anna")));

        assertThat(count("budget")).isZero();
        assertThat(count("budget_charge")).isZero();
    }

    @Test
    void anAttemptHoldsItsUpperBoundOfEveryBudgetThatItConcernsAndGivesTheRestBack() throws SQLException {
        purses.configure(COMPANY, "10");
        purses.configure("assistant.budget.per-user", "5");
        purses.configure("assistant.budget.organisation.1000", "4");
        purses.configure("assistant.budget.organisation.2000", "4");
        purses.configure("assistant.budget.department.sales", "3");
        purses.configure("assistant.budget.capability.sales-order", "2");
        purses.configure("assistant.budget.capability.sales-order.summary", "1");
        purses.configure("assistant.budget.capability.customer", "1");

        OpenAttempt attempt = purses.open(by("anna", "sales-order", "summary", "sales"));

        assertThat(purses.attempts.row(attempt.id()).reserved().orElseThrow().nanos())
                .isEqualTo(BOUND);
        for (String budget : new String[] {
            "company/",
            "organisation/1000",
            "department/sales",
            "user/anna",
            "capability/sales-order",
            "capability/sales-order.summary"
        }) {
            String[] named = budget.split("/", -1);
            assertThat(purses.standing(named[0], named[1])).as(budget).isEqualTo(standing(0, BOUND));
        }
        purses.settle(attempt);
        assertThat(purses.standing("company", "")).isEqualTo(standing(COST, 0));
        assertThat(purses.standing("user", "anna")).isEqualTo(standing(COST, 0));
        assertThat(purses.standing("capability", "sales-order.summary")).isEqualTo(standing(COST, 0));
        assertThat(purses.standing("organisation", "2000")).isEqualTo(standing(0, 0));
        assertThat(purses.standing("capability", "customer")).isEqualTo(standing(0, 0));
        assertThat(purses.standing("user", "carl")).isEqualTo("none");
    }

    @Test
    void theEvaluationHasABudgetOfItsOwnAndIsTheCompanysToo() throws SQLException {
        Attribution evaluation = by("adam", "sales-order", "evaluation", "sales");
        // Before there is a budget: its row begins with what the ledger has.
        purses.settle(purses.open(evaluation));
        purses.settle(purses.open(by("anna")));
        purses.configure(COMPANY, "10");
        purses.configure("assistant.budget.per-user", "5");
        purses.configure("assistant.budget.organisation.1000", "4");
        purses.configure("assistant.budget.department.sales", "3");
        purses.configure("assistant.budget.capability.sales-order", "2");
        purses.limit("assistant.budget.capability.evaluation", COST + BOUND);

        purses.settle(purses.open(evaluation));
        purses.settle(purses.open(by("anna")));

        assertThat(purses.standing("capability", "evaluation")).isEqualTo(standing(2 * COST, 0));
        assertThat(purses.standing("company", "")).isEqualTo(standing(4 * COST, 0));
        assertThat(purses.standing("organisation", "1000")).isEqualTo(standing(2 * COST, 0));
        assertThat(purses.standing("capability", "sales-order")).isEqualTo(standing(2 * COST, 0));
        assertThat(purses.standing("user", "anna")).isEqualTo(standing(2 * COST, 0));
        assertThat(purses.standing("user", "adam")).isEqualTo("none");
        assertThat(purses.standing("department", "sales")).isEqualTo(standing(0, 0));
        assertThat(refusal(evaluation)).hasMessageContaining("capability evaluation");
    }

    @Test
    void whatFitsExactlyHasRoomAndOneMoreHasNone() throws SQLException {
        purses.limit(COMPANY, 2 * BOUND);
        OpenAttempt first = purses.open(by("anna"));
        purses.open(by("carl"));

        BudgetReached refusal = refusal(by("vera"));

        assertThat(refusal.resetDate()).contains(LocalDate.of(2026, 12, 1));
        assertThat(refusal).hasMessageContaining("the company's budget");
        assertThat(count("attempt")).as("what is refused leaves no row").isEqualTo(2);
        assertThat(count("budget_charge")).isEqualTo(2);
        purses.settle(first);
        assertThat(refusal(by("vera"))).as("what is spent is gone").isNotNull();
        purses.limit(COMPANY, 2 * BOUND + COST);
        assertThat(purses.open(by("vera")).held().nanos())
                .as("raised while it runs")
                .isEqualTo(BOUND);
    }

    @Test
    void aRefusalByOneBudgetHoldsNothingOfTheOthers() {
        purses.configure(COMPANY, "10");
        purses.limit("assistant.budget.user.anna", BOUND - 1);
        purses.configure("assistant.budget.per-user", "1");

        assertThat(refusal(by("anna"))).hasMessageContaining("the budget of user anna");

        assertThat(purses.standing("company", "")).isEqualTo(standing(0, 0));
        purses.open(by("carl"));
        assertThat(purses.standing("company", "")).isEqualTo(standing(0, BOUND));
    }

    @Test
    void aTransactionThatLosesAgainstAnotherIsDoneAgain() throws SQLException {
        purses.configure(COMPANY, "10");
        purses.settle(purses.open(by("anna")));

        database.losses.set(3);
        purses.open(by("anna"));

        assertThat(purses.standing("company", "")).isEqualTo(standing(COST, BOUND));
        assertThat(count("attempt")).isEqualTo(2);
        database.losses.set(100);
        assertThatThrownBy(() -> purses.open(by("anna"))).isInstanceOf(LedgerException.class);
        database.losses.set(0);
        assertThat(purses.standing("company", "")).isEqualTo(standing(COST, BOUND));
    }

    @Test
    void aTruthAboveTheBoundIsSpentAsItIs() {
        purses.limit(COMPANY, BOUND);
        OpenAttempt attempt = purses.open(by("anna"));

        purses.settle(attempt, Fixtures.reported(1_000_000, 0));

        assertThat(purses.standing("company", "")).isEqualTo(standing(930_000_000, 0));
        assertThat(purses.report().budgets().get(0).left().nanos()).isEqualTo(BOUND - 930_000_000);
        assertThat(refusal(by("carl"))).isNotNull();
    }

    @Test
    void whatNobodySettlesIsSpentAtItsBoundAndCorrectedByTheTruth() {
        purses.limit(COMPANY, BOUND);
        OpenAttempt attempt = purses.open(by("anna"));
        purses.clock.set(Fixtures.NOW.plusSeconds(121));

        new Sweeper(purses.other).run();
        assertThat(purses.standing("company", "")).as("nothing stays held").isEqualTo(standing(BOUND, 0));

        purses.settle(attempt);
        purses.settle(attempt);
        assertThat(purses.standing("company", "")).as("once").isEqualTo(standing(COST, 0));
    }

    @Test
    void anAnswerWhoseCostIsNotKnownIsSpentAtItsBound() {
        purses.configure(COMPANY, "10");

        purses.settle(purses.open(by("anna")), "nobodys-model", usual());

        assertThat(purses.standing("company", "")).isEqualTo(standing(BOUND, 0));
    }

    @Test
    void aModelWithoutAPriceIsNotAskedUnderAHardBudgetUnlessThatIsAllowed() {
        purses.configure("assistant.provider.primary.model.small", "nobodys-model");
        OpenAttempt free = purses.open(by("anna"));
        assertThat(free.held()).as("no budget concerns it").isEqualTo(Charge.NONE);

        purses.configure(COMPANY, "10");
        BudgetReached refusal = refusal(by("anna"));
        assertThat(refusal).hasMessageContaining("nobodys-model has no known price");
        assertThat(refusal.resetDate()).as("no day brings a price").isEmpty();

        purses.configure("assistant.budget.unpriced", "allow");
        purses.settle(purses.open(by("anna")), "claude-haiku-4-5", usual());
        assertThat(purses.standing("company", "")).isEqualTo(standing(COST, 0));

        purses.configure("assistant.budget.unpriced", "refuse");
        purses.configure("assistant.budget.enforcement", "warn");
        assertThat(purses.open(by("anna"))).isNotNull();
    }

    @Test
    void aBudgetThatIsOnlyWatchedRefusesNothing() {
        purses.configure(COMPANY, "0");
        purses.configure("assistant.budget.enforcement", "warn");

        purses.settle(purses.open(by("anna")));

        assertThat(purses.standing("company", "")).isEqualTo(standing(COST, 0));
    }

    @Test
    void theSmallModelIsTakenWhereTheLargeOneHasNoRoom() {
        purses.limit(COMPANY, BOUND);
        Attribution by = by("anna");

        OpenAttempt attempt = purses.one.open(
                Slot.PRIMARY, purses.settings().primary(), purses.request(by).with(ModelTier.LARGE));

        assertThat(attempt.tier()).isEqualTo(ModelTier.SMALL);
        assertThat(attempt.requestedModel()).isEqualTo("claude-haiku-4-5");
        assertThat(purses.warnings).as("nobody was refused").isEmpty();
        purses.configure("assistant.budget.at-limit", "cached, offline");
        purses.limit(COMPANY, 3 * BOUND);
        assertThatThrownBy(() -> purses.one.open(
                        Slot.PRIMARY,
                        purses.settings().primary(),
                        purses.request(by).with(ModelTier.LARGE)))
                .isInstanceOf(BudgetReached.class);
    }

    @Test
    void aBudgetThatIsSetInTheMonthBeginsWithWhatTheLedgerHas() {
        purses.at("2026-10-31T22:59:59Z");
        purses.settle(purses.open(by("anna")));
        purses.at("2026-10-31T23:00:00Z");
        purses.settle(purses.open(by("anna")));
        purses.settle(purses.open(by("carl", "customer", "", "")));
        purses.open(by("vera", "sales-order", "", ""));
        purses.clock.set(Fixtures.NOW);

        purses.configure(COMPANY, "10");
        purses.configure("assistant.budget.per-user", "5");
        purses.configure("assistant.budget.capability.sales-order", "5");
        purses.configure("assistant.budget.capability.sales-order.summary", "5");
        purses.configure("assistant.budget.capability.customer", "5");
        purses.configure("assistant.budget.organisation.1000", "5");
        purses.configure("assistant.budget.organisation.2000", "5");
        purses.configure("assistant.budget.department.sales", "5");
        purses.one.budgetWarnings().run();
        purses.open(by("anna", "sales-order", "summary", "sales"));

        assertThat(purses.standing("company", "")).as("Berlin's November").isEqualTo(standing(2 * COST + BOUND, BOUND));
        assertThat(purses.standing("organisation", "1000")).isEqualTo(standing(2 * COST + BOUND, BOUND));
        assertThat(purses.standing("organisation", "2000")).isEqualTo(standing(0, 0));
        assertThat(purses.standing("user", "anna")).isEqualTo(standing(COST, BOUND));
        assertThat(purses.standing("capability", "sales-order")).isEqualTo(standing(COST + BOUND, BOUND));
        assertThat(purses.standing("capability", "sales-order.summary")).isEqualTo(standing(COST, BOUND));
        assertThat(purses.standing("capability", "customer")).isEqualTo(standing(COST, 0));
        assertThat(purses.standing("department", "sales")).isEqualTo(standing(0, BOUND));
    }

    @Test
    void aMonthTurnsAtMidnightOfTheCompanyInSummerAndWinter() {
        purses.limit(COMPANY, BOUND);
        for (String[] turn : new String[][] {
            {"2026-10-31T22:59:59.999Z", "2026-10-31T23:00:00Z", "2026-11-01"},
            {"2027-03-31T21:59:59.999Z", "2027-03-31T22:00:00Z", "2027-04-01"}
        }) {
            purses.at(turn[0]);
            OpenAttempt last = purses.open(by("anna"));
            assertThat(refusal(by("carl")).resetDate()).contains(LocalDate.parse(turn[2]));

            purses.at(turn[1]);
            assertThat(purses.report().month().atDay(1)).isEqualTo(LocalDate.parse(turn[2]));
            OpenAttempt first = purses.open(by("carl"));
            purses.settle(last);
            assertThat(purses.standing("company", ""))
                    .as("what was sent before midnight is the old month's")
                    .isEqualTo(standing(0, BOUND));
            purses.settle(first);
            assertThat(purses.standing("company", "")).isEqualTo(standing(COST, 0));
        }
    }

    @Test
    void anotherCurrencyBeginsAnew() {
        purses.limit(COMPANY, BOUND);
        OpenAttempt euros = purses.open(by("anna"));
        purses.configure("assistant.budget.currency", "USD");
        purses.configure(COMPANY, "1");
        OpenAttempt dollars = purses.open(by("anna"));

        purses.settle(euros);
        purses.settle(dollars);

        assertThat(purses.standing("company", "")).isEqualTo(standing(1_500_000, 0));
        purses.configure("assistant.budget.currency", "EUR");
        assertThat(purses.standing("company", "")).isEqualTo(standing(COST, 0));
    }

    @Test
    void aNameLikeNoOtherIsABudgetsName() {
        String name = "CN=Änna Größe, OU=sales\nx" + "y".repeat(300);
        purses.configure("assistant.budget.per-user", "10");

        OpenAttempt attempt = purses.open(by(name));
        purses.clock.set(Fixtures.NOW.plusSeconds(121));
        new Sweeper(purses.one).run();

        assertThat(attempt.held().keys()).hasSize(1);
        assertThat(purses.report().budgets()).singleElement().satisfies(budget -> {
            assertThat(budget.name()).startsWith("CN=Änna Größe, OU=sales x").hasSize(200);
            assertThat(budget.spent().nanos()).isEqualTo(BOUND);
            assertThat(budget.reserved().nanos()).isZero();
        });
    }

    @Test
    void budgetsAreRemovedWithTheRowsOfTheirMonth() throws SQLException {
        purses.configure(COMPANY, "10");
        purses.configure("assistant.ledger.retention", "1");
        purses.at("2026-09-10T10:00:00Z");
        purses.settle(purses.open(by("anna")));
        purses.at("2026-11-20T10:00:00Z");
        purses.settle(purses.open(by("anna")));
        new Rollup(purses.database, purses::settings, purses.clock).run();

        purses.at("2026-11-20T02:30:00Z");
        new Retention(purses.database, purses::settings, purses.clock).run();

        assertThat(count("budget_charge")).isEqualTo(1);
        assertThat(purses.sql.query("SELECT month_key FROM budget", row -> row.getString(1)))
                .containsExactly("2026-11");
    }
}
