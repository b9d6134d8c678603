package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;
import static erp.assistant.impl.ledger.Fixtures.MODEL;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.AuditLog;
import erp.assistant.report.AuditLog.Entry;
import erp.assistant.report.AuditLog.Search;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerAuditTest {

    private static final Instant ANY_TIME = Instant.EPOCH;
    private static final Instant END = NOW.plusSeconds(3_600);

    private final DataSource database;
    private final LedgerAudit audit;
    private final AnswerTable answers;
    private final UUID annas = UUID.randomUUID();
    private final UUID carls = UUID.randomUUID();

    LedgerAuditTest(TestDatabase kind) {
        database = kind.migrated();
        audit = new LedgerAudit(database);
        answers = new AnswerTable(new Database(database));
    }

    @BeforeEach
    void twoHaveAsked() throws SQLException {
        ask(new Attribution(annas, "anna", "DE", "sales-order", "4711", "why-late", "logistics"), NOW);
        ask(new Attribution(carls, "carl", "DE", "invoice", "88", "", ""), NOW.plusSeconds(60));
        attempt(annas, "anthropic", "overloaded");
        attempt(annas, "openai", "connect");
        attempt(annas, "mistral_ai", "end");
        answers.finish(
                annas,
                new AnswerOutcome("end", "backup", "mistral_ai", MODEL, OptionalLong.of(5), 900, Optional.empty()),
                EUR,
                NOW);
    }

    private void ask(Attribution to, Instant at) throws SQLException {
        answers.insert(to, "data/1+answer/1", at, at.plusSeconds(60), UUID.randomUUID());
    }

    private void attempt(UUID call, String provider, String outcome) throws SQLException {
        AttemptTable attempts = new AttemptTable(new Database(database));
        OpenAttempt open = attempts.insert(new Attempt(
                new Attribution(call, "anna", "DE", "sales-order", "4711", ""),
                NOW,
                NOW.plusSeconds(60),
                Slot.PRIMARY,
                provider,
                MODEL,
                ModelTier.SMALL,
                1,
                1,
                EUR,
                Optional.empty(),
                UUID.randomUUID()));
        attempts.settle(
                open,
                new AttemptEnd(outcome, "", 200, false, TokenUsage.NONE, OptionalLong.empty(), 5, ""),
                Optional.empty(),
                NOW);
    }

    private static Search any() {
        return new Search(ANY_TIME, END, "", "", "", "", "", "");
    }

    private List<String> found(Search search) {
        return audit.search(search, 0, 10).stream().map(Entry::user).toList();
    }

    @Test
    void aQuestionIsToldWithWhoGotItAndHowItEnded() {
        Entry entry = audit.search(new Search(ANY_TIME, END, "anna", "", "", "", "", ""), 0, 10)
                .get(0);

        assertThat(entry.call()).isEqualTo(annas.toString());
        assertThat(entry.askedAt()).isEqualTo(NOW);
        assertThat(entry.department()).isEqualTo("logistics");
        assertThat(entry.recordType() + " " + entry.recordId()).isEqualTo("sales-order 4711");
        assertThat(entry.action()).isEqualTo("why-late");
        assertThat(entry.outcome()).isEqualTo("end");
        assertThat(entry.template()).isEqualTo("data/1+answer/1");
        assertThat(entry.providers()).as("whose connection came about").containsExactly("anthropic", "mistral_ai");
        assertThat(entry.totalMillis()).hasValue(900);
    }

    @Test
    void theNewestIsFirstAndPagesFollowEachOther() {
        assertThat(found(any())).containsExactly("carl", "anna");
        assertThat(audit.search(any(), 1, 1)).extracting(Entry::user).containsExactly("anna");
        assertThat(audit.search(any(), 2, 1)).isEmpty();
    }

    @Test
    void eachFilterNarrows() {
        assertThat(found(new Search(ANY_TIME, END, "carl", "", "", "", "", ""))).containsExactly("carl");
        assertThat(found(new Search(ANY_TIME, END, "", "sales-order", "", "", "", "")))
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "88", "", "", ""))).containsExactly("carl");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "logistics", "", "")))
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "", MODEL, ""))).containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "", "", "end"))).containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "", "", "open"))).containsExactly("carl");
        assertThat(found(new Search(NOW, NOW.plusSeconds(60), "", "", "", "", "", "")))
                .as("the end is not in")
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "' OR 1=1 --", "", "", "", "", "")))
                .isEmpty();
    }

    @Test
    void noMoreThanTheMostCanBeAskedFor() {
        assertThatThrownBy(() -> audit.search(any(), 0, AuditLog.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
