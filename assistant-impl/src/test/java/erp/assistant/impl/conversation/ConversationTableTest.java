package erp.assistant.impl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AnswerEvent;
import erp.assistant.Cost;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.ledger.TestDatabase;
import erp.assistant.impl.privacy.Originals;
import erp.assistant.impl.sql.Sql;
import erp.assistant.record.RecordRef;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ConversationTableTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final RecordRef ORDER = new RecordRef("sales-order", "4711");
    private static final Topic ANNAS = new Topic("anna", ORDER, "DE01");

    private final Sql sql;
    private final ConversationTable one;

    /** Another server on the same database. */
    private final ConversationTable other;

    ConversationTableTest(TestDatabase kind) {
        sql = new Sql(kind.migrated());
        one = new ConversationTable(sql);
        other = new ConversationTable(sql);
    }

    private static StoredTurn turn(UUID conversation, String question, Instant at) {
        UUID call = UUID.randomUUID();
        return new StoredTurn(
                call,
                at,
                at,
                "why-late",
                question,
                "Call Eva Weber \uD83D\uDE42, it's \"late\".",
                "Call {personal-1} \uD83D\uDE42, it's \"late\".",
                new Originals(Map.of("{personal-1}", "Eva Weber")),
                "view-1",
                new AnswerEvent.Meta(
                        call.toString(), ORDER, "Sales order 4711", "7", NOW, 3, 1, conversation.toString(), 2),
                new AnswerEvent.Done(
                        Completion.Reason.END,
                        Completion.Source.CACHE,
                        "claude-haiku-4-5",
                        new TokenUsage(1, 2, 3, 4, 5, 6, 7, 8, TokenUsage.Terms.NOT_TOLD, TokenUsage.Source.PARTIAL),
                        Optional.of(new Cost(3_118_001, Currency.getInstance("EUR"))),
                        Optional.of(Duration.ofMillis(1_100)),
                        Duration.ofMillis(19_100),
                        List.of(new AnswerEvent.Citation("contact", "Contact", "Eva Weber")),
                        new AnswerEvent.Figures(2, List.of("17")),
                        new AnswerEvent.Language("en", Optional.of("de")),
                        new AnswerEvent.Receipt(
                                List.of(new AnswerEvent.SentValue("contact", "Contact", true)),
                                1,
                                List.of(new LeftOut("margin", "Margin", "secret")),
                                List.of(new AnswerEvent.Recipient("anthropic", "EU"))),
                        Optional.of(NOW.minusSeconds(60))));
    }

    private static StoredTurn nothingKnown(UUID conversation) {
        StoredTurn all = turn(conversation, "Why?", NOW);
        return new StoredTurn(
                all.call(),
                NOW,
                NOW,
                "",
                "",
                "",
                "",
                Originals.NONE,
                "",
                all.meta(),
                new AnswerEvent.Done(
                        Completion.Reason.STOPPED,
                        Completion.Source.PRIMARY,
                        "",
                        TokenUsage.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ZERO,
                        List.of(),
                        new AnswerEvent.Figures(0, List.of()),
                        new AnswerEvent.Language("en", Optional.empty()),
                        new AnswerEvent.Receipt(List.of(), 0, List.of(), List.of())));
    }

    private int rows(String table) throws SQLException {
        return sql.query("SELECT COUNT(*) AS n FROM " + table, row -> row.getInt("n"))
                .get(0);
    }

    @Test
    void anotherServerReadsAllThatWasKept() throws SQLException {
        UUID id = UUID.randomUUID();
        StoredTurn first = turn(id, "Why is it late? ".repeat(200), NOW);
        StoredTurn second = turn(id, "And?", NOW.plusSeconds(9));
        one.begin(id, ANNAS, "Sales order 4711", first);
        assertThat(one.add(id, "anna", "Sales order 4711", second, Optional.empty()))
                .isTrue();

        assertThat(other.find(id, "anna", Instant.EPOCH))
                .contains(new StoredConversation(
                        id, ANNAS, "Sales order 4711", NOW.plusSeconds(9), List.of(first, second)));
    }

    @Test
    void whatIsNotKnownIsNotKnownAfterwardsEither() throws SQLException {
        UUID id = UUID.randomUUID();
        StoredTurn turn = nothingKnown(id);
        one.begin(id, ANNAS, "Sales order 4711", turn);

        assertThat(other.find(id, "anna", Instant.EPOCH).orElseThrow().turns()).containsExactly(turn);
    }

    @Test
    void nobodyFindsAddsToOrDeletesWhatIsAnothers() throws SQLException {
        UUID id = UUID.randomUUID();
        one.begin(id, ANNAS, "Sales order 4711", turn(id, "Why?", NOW));

        assertThat(one.find(id, "carl", Instant.EPOCH)).isEmpty();
        assertThat(one.list("carl", Instant.EPOCH)).isEmpty();
        assertThat(one.add(id, "carl", "Mine", turn(id, "Mine?", NOW), Optional.empty()))
                .isFalse();
        assertThat(one.delete(id, "carl")).isFalse();
        assertThat(one.deleteAll("carl")).isZero();
        assertThat(one.find(id, "anna", Instant.EPOCH).orElseThrow().turns()).hasSize(1);
    }

    @Test
    void listsAreLatestFirstWithTurnsOldestFirst() throws SQLException {
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        one.begin(early, ANNAS, "Sales order 4711", turn(early, "Early?", NOW));
        one.begin(late, ANNAS, "Sales order 4711", turn(late, "Late?", NOW.plusSeconds(1)));
        one.add(early, "anna", "Sales order 4711", turn(early, "Latest?", NOW.plusSeconds(2)), Optional.empty());

        assertThat(other.list("anna", Instant.EPOCH))
                .extracting(StoredConversation::id)
                .containsExactly(early, late);
        assertThat(other.list("anna", Instant.EPOCH).get(0).turns())
                .extracting(StoredTurn::question)
                .containsExactly("Early?", "Latest?");
    }

    @Test
    void aConversationThatOneServerDeletesDoesNotComeBackThroughTheOther() throws SQLException {
        UUID id = UUID.randomUUID();
        one.begin(id, ANNAS, "Sales order 4711", turn(id, "Why?", NOW));
        assertThat(other.delete(id, "anna")).isTrue();

        assertThat(one.add(id, "anna", "Sales order 4711", turn(id, "And?", NOW), Optional.empty()))
                .isFalse();
        assertThat(rows("conversation") + rows("conversation_turn")).isZero();
    }

    @Test
    void aTurnIsAddedWhollyOrNotAtAll() throws SQLException {
        UUID id = UUID.randomUUID();
        StoredTurn first = turn(id, "Why?", NOW);
        one.begin(id, ANNAS, "Sales order 4711", first);

        assertThatThrownBy(() -> one.add(id, "anna", "Renamed", first, Optional.empty()))
                .isInstanceOf(SQLException.class);
        assertThat(one.find(id, "anna", Instant.EPOCH).orElseThrow().label()).isEqualTo("Sales order 4711");
    }

    @Test
    void twoServersSweepInBatchesAndLeaveWhatIsYoung() throws SQLException {
        UUID id = UUID.randomUUID();
        one.begin(id, ANNAS, "Sales order 4711", turn(id, "Young?", NOW));
        for (int i = 0; i <= ConversationTable.BATCH; i++) {
            UUID old = UUID.randomUUID();
            one.begin(old, ANNAS, "Sales order 4711", turn(old, "Old?", NOW.minusSeconds(100 + i)));
        }

        assertThat(one.removeBatch(NOW.minusSeconds(100))).as("there is more").isTrue();
        assertThat(other.removeBatch(NOW.minusSeconds(100))).isFalse();
        assertThat(rows("conversation")).isEqualTo(1);
        assertThat(rows("conversation_turn")).isEqualTo(1);
        assertThat(one.find(id, "anna", Instant.EPOCH)).isPresent();
    }
}
