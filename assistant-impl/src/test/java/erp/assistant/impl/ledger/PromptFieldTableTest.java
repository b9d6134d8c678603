package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.impl.ledger.PromptFieldTable.Held;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PromptFieldTableTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Database database;
    private final PromptFieldTable table;

    PromptFieldTableTest(TestDatabase kind) {
        database = new Database(kind.migrated());
        table = new PromptFieldTable(database);
    }

    private static PromptNames names(String... ids) {
        return PromptNames.of(
                Arrays.stream(ids).map(id -> new SentValue(id, "Label", false)).toList());
    }

    private int rows(String name) throws SQLException {
        return database.query("SELECT COUNT(*) AS n FROM " + name, row -> row.getInt("n"))
                .get(0);
    }

    private int removeUnusedSince(LocalDate day) throws SQLException {
        return database.transaction(statements -> PromptFieldTable.removeUnused(statements, day));
    }

    @Test
    void promptsThatHoldTheSameShareAList() throws SQLException {
        Held one = table.keep(names("status", "lines.10.open"), MONDAY);
        Held other = table.keep(names("status", "lines.20.open", "lines.30.open"), MONDAY);

        assertThat(other.list()).isEqualTo(one.list());
        assertThat(other.rows()).isEqualTo("0:20 30");
        assertThat(rows("prompt_fields")).isEqualTo(1);
        assertThat(rows("prompt_field")).isEqualTo(2);
    }

    @Test
    void aListThatIsUsedAgainStaysLonger() throws SQLException {
        table.keep(names("used"), MONDAY);
        table.keep(names("unused"), MONDAY);
        table.keep(names("used"), TUESDAY);

        assertThat(removeUnusedSince(TUESDAY)).isEqualTo(1);

        assertThat(database.query("SELECT name FROM prompt_field", row -> row.getString("name")))
                .containsExactly("used");
    }

    @Test
    void anotherServerThatKnowsOnlyAnEarlierDayTakesNothingBack() throws SQLException {
        table.keep(names("used"), TUESDAY);
        new PromptFieldTable(database).keep(names("used"), MONDAY);

        assertThat(removeUnusedSince(TUESDAY)).isZero();
    }

    @Test
    void aListThatHasGoneComesBackWhenItIsUsedAgain() throws SQLException {
        table.keep(names("used"), MONDAY);
        removeUnusedSince(TUESDAY);

        table.keep(names("used"), TUESDAY);

        assertThat(rows("prompt_fields")).isEqualTo(1);
    }

    @Test
    void manyMayBeTheFirstAtTheSameTime() throws Exception {
        Callable<Held> keeping = () -> new PromptFieldTable(database).keep(names("a", "b.1.c"), MONDAY);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Held> each : threads.invokeAll(Collections.nCopies(40, keeping))) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(rows("prompt_fields")).isEqualTo(1);
        assertThat(rows("prompt_field")).isEqualTo(2);
    }
}
