package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Purses.BOUND;
import static erp.assistant.impl.ledger.Purses.COST;
import static erp.assistant.impl.ledger.Purses.by;
import static erp.assistant.impl.ledger.Purses.standing;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Settings;
import erp.assistant.report.Rerating.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a re-rating does to budgets. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BudgetRechargeTest {

    /** What {@link Purses#usual} costs at these prices: 1,000 in at 3.00 and 100 out at 6.00, in euros. */
    private static final long NEW_COST = 3_600_000;

    private static final String NEW_PRICE = "new,*,claude-haiku-4-5,2026-01-01,,0,3,0.1,,,6,EUR,s,2026-01-01";
    private static final String NO_PRICE = "new,*,another,2026-01-01,,0,3,0.1,,,6,EUR,s,2026-01-01";

    @TempDir
    private Path folder;

    private final BreakingDataSource database;
    private final Purses purses;

    BudgetRechargeTest(TestDatabase kind) {
        database = new BreakingDataSource(kind.migrated());
        purses = new Purses(database);
        purses.configure("assistant.budget.per-user", "10");
    }

    private Report rerate(String price) throws IOException {
        Path file = folder.resolve("prices.csv");
        Files.writeString(file, String.join(",", PriceFile.COLUMNS) + "\n" + price + "\n");
        purses.configure("assistant.prices.file", file.toString());
        Settings settings = purses.settings();
        return new LedgerRerating(database, PriceCatalogue.load(settings), () -> settings, purses.clock)
                .apply(YearMonth.of(2026, 11), "adam");
    }

    private void ask(String user, int times) {
        for (int i = 0; i < times; i++) {
            purses.settle(purses.open(by(user)));
        }
    }

    @Test
    void everyBudgetIsChargedWhatItsAttemptsCostNow() throws IOException {
        ask("anna", 1);
        purses.configure("assistant.budget.monthly", "10");
        ask("anna", 2);
        ask("carl", 1);
        OpenAttempt open = purses.open(by("carl"));
        // The one that came before the budget is in what it began with, and in no charge.
        assertThat(purses.standing("company", "")).isEqualTo(standing(4 * COST, BOUND));

        assertThat(rerate(NEW_PRICE).totals().get(0).changed()).isEqualTo(4);

        assertThat(purses.standing("user", "anna")).isEqualTo(standing(3 * NEW_COST, 0));
        assertThat(purses.standing("user", "carl")).isEqualTo(standing(NEW_COST, BOUND));
        assertThat(purses.standing("company", "")).isEqualTo(standing(COST + 3 * NEW_COST, BOUND));

        purses.settle(open);
        assertThat(purses.standing("company", "")).isEqualTo(standing(2 * COST + 3 * NEW_COST, 0));
    }

    @Test
    void doingItAgainChargesNothingMore() throws IOException {
        ask("anna", 3);
        rerate(NEW_PRICE);

        rerate(NEW_PRICE);

        assertThat(purses.standing("user", "anna")).isEqualTo(standing(3 * NEW_COST, 0));
    }

    @Test
    void whatHasNoPriceAnyMoreStaysCharged() throws IOException, SQLException {
        ask("anna", 2);

        rerate(NO_PRICE);

        assertThat(purses.sql.query("SELECT COUNT(*) FROM attempt WHERE cost_nanos IS NULL", row -> row.getLong(1)))
                .containsExactly(2L);
        assertThat(purses.standing("user", "anna")).isEqualTo(standing(2 * COST, 0));
    }

    /** The ledger and the budgets change together, so that nothing is left to be done if it breaks off. */
    @Test
    void budgetsAreNeverOutOfStepWithTheLedger() throws IOException, SQLException {
        ask("anna", 3);

        database.breakAfterCommits(1);
        rerate(NEW_PRICE);
        database.heal();

        assertThat(purses.sql.query("SELECT SUM(cost_nanos) FROM attempt", row -> row.getLong(1)))
                .containsExactly(3 * NEW_COST);
        assertThat(purses.standing("user", "anna")).isEqualTo(standing(3 * NEW_COST, 0));
    }
}
