package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Fixtures.EUR;
import static erp.assistant.impl.ledger.Fixtures.MODEL;
import static erp.assistant.impl.ledger.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AnswerEvent.Recipient;
import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Slot;
import erp.assistant.report.AuditLog;
import erp.assistant.report.AuditLog.Entry;
import erp.assistant.report.AuditLog.PromptField;
import erp.assistant.report.AuditLog.Search;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    private static final SentValue[] ANNAS_PROMPT = {
        sent("creditLimit"),
        new SentValue("contact", "Contact", true),
        new SentValue("lines.10.open", "Open", false),
        new SentValue("lines.20.open", "Open", false)
    };

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
        ask(new Attribution(annas, "anna", "DE", "sales-order", "4711", "why-late", "logistics"), NOW, ANNAS_PROMPT);
        ask(
                new Attribution(carls, "carl", "DE", "invoice", "88", "", ""),
                NOW.plusSeconds(60),
                sent("creditLimit"),
                sent("dueDate"));
        attempt(annas, "anthropic", "overloaded", ANNAS_PROMPT);
        attempt(annas, "openai", "connect", ANNAS_PROMPT);
        attempt(annas, "mistral_ai", "end", ANNAS_PROMPT);
        answers.finish(
                annas,
                new AnswerOutcome("end", "backup", "mistral_ai", MODEL, OptionalLong.of(5), 900, Optional.empty()),
                EUR,
                NOW);
    }

    private void ask(Attribution to, Instant at, SentValue... sent) throws SQLException {
        answers.insert(to, "data/1+answer/1", held(at, sent), at, at.plusSeconds(60), UUID.randomUUID());
    }

    private PromptFieldTable.Held held(Instant at, SentValue... sent) throws SQLException {
        return new PromptFieldTable(new Database(database))
                .keep(PromptNames.of(List.of(sent)), LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private static SentValue sent(String id) {
        return new SentValue(id, "Label of " + id, false);
    }

    private void attempt(UUID call, String provider, String outcome, SentValue... sent) throws SQLException {
        AttemptTable attempts = new AttemptTable(new Database(database));
        OpenAttempt open = attempts.insert(new Attempt(
                new Attribution(call, "anna", "DE", "sales-order", "4711", ""),
                NOW,
                NOW.plusSeconds(60),
                Slot.PRIMARY,
                provider,
                provider.equals("anthropic") ? "EU" : "",
                MODEL,
                ModelTier.SMALL,
                1,
                1,
                EUR,
                Optional.empty(),
                UUID.randomUUID(),
                held(NOW, sent)));
        attempts.settle(
                open,
                new AttemptEnd(
                        outcome,
                        "",
                        200,
                        false,
                        TokenUsage.NONE,
                        OptionalLong.empty(),
                        5,
                        "",
                        !outcome.equals("connect")),
                Optional.empty(),
                NOW);
    }

    private static Search any() {
        return new Search(ANY_TIME, END, "", "", "", "", "", "", "");
    }

    private static Search ofField(String field) {
        return new Search(ANY_TIME, END, "", "", "", "", "", "", field);
    }

    private List<String> found(Search search) {
        return audit.search(search, 0, 10).stream().map(Entry::user).toList();
    }

    @Test
    void aQuestionIsToldWithWhoGotItAndHowItEnded() {
        Entry entry = audit.search(new Search(ANY_TIME, END, "anna", "", "", "", "", "", ""), 0, 10)
                .get(0);

        assertThat(entry.call()).isEqualTo(annas.toString());
        assertThat(entry.askedAt()).isEqualTo(NOW);
        assertThat(entry.department()).isEqualTo("logistics");
        assertThat(entry.recordType() + " " + entry.recordId()).isEqualTo("sales-order 4711");
        assertThat(entry.action()).isEqualTo("why-late");
        assertThat(entry.outcome()).isEqualTo("end");
        assertThat(entry.template()).isEqualTo("data/1+answer/1");
        assertThat(entry.recipients())
                .as("whose connection came about")
                .containsExactly(new Recipient("anthropic", "EU"), new Recipient("mistral_ai", ""));
        assertThat(entry.fields().orElseThrow())
                .containsExactly(
                        new PromptField("contact", "Contact", true, List.of()),
                        new PromptField("creditLimit", "Label of creditLimit", false, List.of()),
                        new PromptField("lines.*.open", "Open", false, List.of("10", "20")));
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
        assertThat(found(new Search(ANY_TIME, END, "carl", "", "", "", "", "", "")))
                .containsExactly("carl");
        assertThat(found(new Search(ANY_TIME, END, "", "sales-order", "", "", "", "", "")))
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "88", "", "", "", "")))
                .containsExactly("carl");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "logistics", "", "", "")))
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "", MODEL, "", "")))
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "", "", "end", "")))
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "", "", "", "", "", "open", "")))
                .containsExactly("carl");
        assertThat(found(new Search(NOW, NOW.plusSeconds(60), "", "", "", "", "", "", "")))
                .as("the end is not in")
                .containsExactly("anna");
        assertThat(found(new Search(ANY_TIME, END, "' OR 1=1 --", "", "", "", "", "", "")))
                .isEmpty();
    }

    @Test
    void whenAFieldLeftIsFoundByItsNameOrByItsColumn() throws SQLException {
        assertThat(found(ofField("creditLimit")))
                .as("carl's prompt was not sent")
                .containsExactly("anna");
        assertThat(found(ofField("open"))).containsExactly("anna");
        assertThat(found(ofField("lines.*.open"))).containsExactly("anna");
        assertThat(found(ofField("items.*.open"))).isEmpty();
        assertThat(found(ofField("dueDate"))).isEmpty();

        attempt(carls, "openai", "end", sent("creditLimit"), sent("dueDate"));

        assertThat(found(ofField("creditLimit"))).containsExactly("carl", "anna");
        assertThat(found(new Search(ANY_TIME, END, "", "sales-order", "", "", "", "", "creditLimit")))
                .containsExactly("anna");
        assertThat(found(ofField("dueDate"))).containsExactly("carl");
    }

    @Test
    void aPromptThatCouldNotBeDeliveredDidNotLeave() throws SQLException {
        attempt(carls, "openai", "connect", sent("dueDate"));

        assertThat(found(ofField("dueDate"))).isEmpty();
    }

    @Test
    void whatWasStoppedBeforeItWasSentDidNotLeave() throws SQLException {
        attempt(carls, "openai", "cancelled", sent("dueDate"));
        assertThat(found(ofField("dueDate"))).containsExactly("carl");

        new Database(database).update("UPDATE attempt SET sent = FALSE WHERE call_id = ?", carls);

        assertThat(found(ofField("dueDate"))).isEmpty();
        assertThat(audit.question(carls.toString()).orElseThrow().recipients()).isEmpty();
    }

    @Test
    void whatIsUnderWayOrWasLostInACrashCountsAsSent() throws SQLException {
        attempt(carls, "openai", "crash", sent("dueDate"));
        new Database(database).update("UPDATE attempt SET sent = NULL WHERE call_id = ?", carls);
        assertThat(found(ofField("dueDate"))).containsExactly("carl");

        new Database(database).update("UPDATE attempt SET outcome = NULL WHERE call_id = ?", carls);

        assertThat(found(ofField("dueDate"))).containsExactly("carl");
    }

    @Test
    void whatWasLookedUpIsFoundByTheNameThatItsRecordHas() throws SQLException {
        attempt(carls, "openai", "end", sent("dueDate"), sent("found1iban"), sent("found2x3rows.88-1.iban"));

        assertThat(found(ofField("iban"))).containsExactly("carl");
        assertThat(found(ofField("found1iban"))).containsExactly("carl");
        assertThat(found(ofField("dueDate"))).containsExactly("carl");
        assertThat(found(ofField("creditLimit")))
                .as("the first prompt held it, and no request did")
                .containsExactly("anna");
    }

    @Test
    void eachRequestIsToldWithWhatItHeldAndNoMore() throws SQLException {
        attempt(carls, "anthropic", "lookup", sent("dueDate"));
        attempt(carls, "anthropic", "server-error", sent("dueDate"), sent("found1rows.7.open"));
        attempt(carls, "openai", "connect", sent("dueDate"), sent("found1rows.7.open"), sent("found2limit"));
        attempt(carls, "mistral_ai", "end", sent("dueDate"), sent("found1rows.7.open"));

        Entry entry = audit.question(carls.toString()).orElseThrow();
        assertThat(entry.recipients())
                .containsExactly(new Recipient("anthropic", "EU"), new Recipient("mistral_ai", ""));
        assertThat(entry.requests()).extracting(AuditLog.Request::attempt).containsExactly(1, 2, 4);
        PromptField open = new PromptField("found1rows.*.open", "Label of found1rows.7.open", false, List.of("7"));
        assertThat(entry.fields().orElseThrow()).contains(open);
        assertThat(entry.with(open)).extracting(AuditLog.Request::attempt).containsExactly(2, 4);
        assertThat(entry.fields().orElseThrow())
                .filteredOn(field -> field.id().equals("creditLimit"))
                .as("held by the first prompt, in no request")
                .singleElement()
                .satisfies(field -> assertThat(entry.with(field)).isEmpty());
        assertThat(found(ofField("found2limit"))).as("was not sent").isEmpty();
    }

    @Test
    void ofAnOlderRequestNoMoreIsKnownThanWhatItsQuestionHeld() throws SQLException {
        new Database(database).update("UPDATE attempt SET prompt_fields = NULL, prompt_rows = NULL, sent = NULL");

        Entry entry = audit.question(annas.toString()).orElseThrow();

        assertThat(entry.recipients())
                .containsExactly(new Recipient("anthropic", "EU"), new Recipient("mistral_ai", ""));
        assertThat(entry.requests())
                .allSatisfy(request ->
                        assertThat(request.fields()).isEqualTo(entry.fields().orElseThrow()));
        assertThat(found(ofField("contact"))).containsExactly("anna");
    }

    @Test
    void oneQuestionIsTold() {
        assertThat(audit.question(carls.toString()).orElseThrow())
                .isEqualTo(audit.search(any(), 0, 1).get(0));
        assertThat(audit.question(UUID.randomUUID().toString())).isEmpty();
        assertThat(audit.question("nonsense")).isEmpty();
    }

    @Test
    void whatAnOlderPromptHeldIsNotKnown() throws SQLException {
        new Database(database).update("UPDATE answer SET prompt_fields = NULL, prompt_rows = NULL");
        new Database(database).update("UPDATE attempt SET prompt_fields = NULL, prompt_rows = NULL, sent = NULL");

        assertThat(audit.search(any(), 0, 10)).extracting(Entry::fields).containsOnly(Optional.empty());
    }

    @Test
    void aPromptThatHeldNothingIsKnownToHaveHeldNothing() throws SQLException {
        UUID empty = UUID.randomUUID();
        ask(new Attribution(empty, "eva", "DE", "invoice", "89", "", ""), NOW);

        assertThat(audit.question(empty.toString()).orElseThrow().fields()).hasValue(List.of());
    }

    @Test
    void noMoreThanTheMostCanBeAskedFor() {
        assertThatThrownBy(() -> audit.search(any(), 0, AuditLog.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
