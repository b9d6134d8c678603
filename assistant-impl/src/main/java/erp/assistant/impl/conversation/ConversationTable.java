package erp.assistant.impl.conversation;

import erp.assistant.AnswerEvent;
import erp.assistant.impl.privacy.Originals;
import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.record.RecordRef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The conversations in the database. No statement reads or deletes anything without the name of its asker, but the one that
 * removes what is too old. Blocks; safe for use by several servers on one database.
 */
@Singleton
public final class ConversationTable {

    /** The most turns of a conversation that are read, the latest; a person who goes on for longer has begun to talk of something else. */
    static final int MOST_TURNS = 200;

    /** The most turns that are looked through for a list: some megabytes of text. */
    static final int MOST_LISTED = 500;

    static final int BATCH = 500;

    private static final String COLUMNS = """
            c.id, c.asker, c.organisation, c.record_type, c.record_id, c.record_label, c.updated_at, t.call_id, t.placed_at,
            t.asked_at, t.action_id, t.question, t.shown, t.answer, t.originals, t.record_view, t.told
            """;

    private static final String FIND = "SELECT " + COLUMNS + """
            FROM conversation c JOIN conversation_turn t ON t.conversation_id = c.id
            WHERE c.id = ? AND c.asker = ? AND t.asked_at > ?
            ORDER BY t.placed_at DESC, t.call_id FETCH FIRST %d ROWS ONLY""".formatted(MOST_TURNS);

    private static final String LIST = "SELECT " + COLUMNS + """
            FROM conversation c JOIN conversation_turn t ON t.conversation_id = c.id
            WHERE c.asker = ? AND t.asked_at > ?
            ORDER BY c.updated_at DESC, c.id, t.placed_at, t.call_id FETCH FIRST %d ROWS ONLY""".formatted(MOST_LISTED);

    private static final String BEGIN = """
            INSERT INTO conversation (id, asker, organisation, record_type, record_id, record_label, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    /** Changes nothing where the asker has deleted the conversation meanwhile. */
    private static final String GO_ON =
            "UPDATE conversation SET record_label = ?, updated_at = ? WHERE id = ? AND asker = ?";

    private static final String ADD = """
            INSERT INTO conversation_turn (call_id, conversation_id, placed_at, asked_at, action_id, question, shown, answer,
              originals, record_view, told)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String REPLACED = "DELETE FROM conversation_turn WHERE call_id = ? AND conversation_id = ?";

    private static final String TOO_OLD = """
            DELETE FROM conversation_turn WHERE call_id IN (
              SELECT call_id FROM conversation_turn WHERE asked_at <= ? ORDER BY asked_at FETCH FIRST %d ROWS ONLY)""".formatted(BATCH);

    private static final String WITHOUT_TURNS = """
            DELETE FROM conversation WHERE id IN (
              SELECT id FROM conversation c WHERE c.updated_at <= ? AND NOT EXISTS (
                SELECT 1 FROM conversation_turn t WHERE t.conversation_id = c.id)
              FETCH FIRST %d ROWS ONLY)""".formatted(BATCH);

    private final Sql sql;
    private final ToldJson json = new ToldJson();

    @Inject
    public ConversationTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A person's conversation with the turns that were asked after an instant; empty if there is none of this person's that has any.
     */
    public Optional<StoredConversation> find(UUID id, String asker, Instant after) throws SQLException {
        List<StoredConversation> found = grouped(sql.query(FIND, this::single, id, asker, after));
        return found.stream().findFirst().map(ConversationTable::inOrder);
    }

    /** A person's conversations, latest first, those that the latest {@value #MOST_LISTED} or so turns belong to. */
    public List<StoredConversation> list(String asker, Instant after) throws SQLException {
        return grouped(sql.query(LIST, this::single, asker, after));
    }

    /** Begins a conversation with its first turn. */
    public void begin(UUID id, Topic topic, String label, StoredTurn first) throws SQLException {
        int begun = sql.transaction(statements -> {
            statements.update(
                    BEGIN,
                    id,
                    topic.asker(),
                    topic.organisation(),
                    topic.record().type(),
                    topic.record().id(),
                    label,
                    first.askedAt());
            return add(statements, id, first);
        });
        if (begun != 1) {
            throw new SQLException("conversation " + id + " was not begun");
        }
    }

    /**
     * Adds a turn to a person's conversation.
     *
     * @param replaced the turn in whose place it stands, if it does
     * @return false if there is no such conversation: it was deleted while the answer was under way
     */
    public boolean add(UUID id, String asker, String label, StoredTurn turn, Optional<UUID> replaced)
            throws SQLException {
        return sql.transaction(statements -> {
            if (statements.update(GO_ON, label, turn.askedAt(), id, asker) == 0) {
                return false;
            }
            if (replaced.isPresent()) {
                statements.update(REPLACED, replaced.get(), id);
            }
            return add(statements, id, turn) == 1;
        });
    }

    private int add(Statements statements, UUID id, StoredTurn turn) throws SQLException {
        return statements.update(
                ADD,
                turn.call(),
                id,
                turn.placedAt(),
                turn.askedAt(),
                turn.action(),
                turn.question(),
                turn.shown(),
                turn.answer(),
                json.write(turn.originals().byToken()),
                turn.view(),
                json.write(turn.meta(), turn.done()));
    }

    /** Returns whether there was one. */
    public boolean delete(UUID id, String asker) throws SQLException {
        return sql.update("DELETE FROM conversation WHERE id = ? AND asker = ?", id, asker) == 1;
    }

    /** Returns how many there were. */
    public int deleteAll(String asker) throws SQLException {
        return sql.update("DELETE FROM conversation WHERE asker = ?", asker);
    }

    /** Removes turns that were asked until an instant, and conversations that have none left; a batch of each. */
    public boolean removeBatch(Instant until) throws SQLException {
        int turns = sql.update(TOO_OLD, until);
        int conversations = sql.update(WITHOUT_TURNS, until);
        return turns == BATCH || conversations == BATCH;
    }

    /** A row of the join: a conversation with one turn. */
    private StoredConversation single(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID call = row.getObject("call_id", UUID.class);
        RecordRef record = new RecordRef(row.getString("record_type"), row.getString("record_id"));
        String label = row.getString("record_label");
        String told = row.getString("told");
        AnswerEvent.Meta meta = json.meta(told, call.toString(), record, label, id.toString());
        StoredTurn turn = new StoredTurn(
                call,
                Sql.instant(row, "placed_at"),
                Sql.instant(row, "asked_at"),
                row.getString("action_id"),
                row.getString("question"),
                row.getString("shown"),
                row.getString("answer"),
                new Originals(json.texts(row.getString("originals"))),
                row.getString("record_view"),
                meta,
                json.done(told));
        return new StoredConversation(
                id,
                new Topic(row.getString("asker"), record, row.getString("organisation")),
                label,
                Sql.instant(row, "updated_at"),
                List.of(turn));
    }

    private static List<StoredConversation> grouped(List<StoredConversation> rows) {
        Map<UUID, List<StoredTurn>> turns = new LinkedHashMap<>();
        Map<UUID, StoredConversation> conversations = new LinkedHashMap<>();
        for (StoredConversation row : rows) {
            conversations.putIfAbsent(row.id(), row);
            turns.computeIfAbsent(row.id(), id -> new ArrayList<>()).addAll(row.turns());
        }
        return conversations.values().stream()
                .map(one -> new StoredConversation(
                        one.id(), one.topic(), one.label(), one.updatedAt(), turns.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** Was read latest first, so that the latest are those that are read. */
    private static StoredConversation inOrder(StoredConversation latestFirst) {
        List<StoredTurn> turns = new ArrayList<>(latestFirst.turns());
        Collections.reverse(turns);
        return new StoredConversation(
                latestFirst.id(), latestFirst.topic(), latestFirst.label(), latestFirst.updatedAt(), turns);
    }
}
