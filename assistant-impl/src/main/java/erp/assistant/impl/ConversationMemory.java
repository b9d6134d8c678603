package erp.assistant.impl;

import erp.assistant.Question;
import erp.assistant.impl.config.Remembering;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.conversation.ConversationTable;
import erp.assistant.impl.conversation.StoredConversation;
import erp.assistant.impl.conversation.Topic;
import erp.assistant.impl.prompt.View;
import erp.assistant.record.BusinessRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the conversation that a question belongs to. A question whose conversation is not the asker's, not about the record, or not
 * there, begins one, and nobody learns why; where the database fails, it is answered without what was said before.
 */
@Singleton
public class ConversationMemory {

    private static final Logger LOG = System.getLogger("erp.assistant.conversation");

    private final ConversationTable table;
    private final SettingsSource settings;
    private final Clock clock;

    @Inject
    public ConversationMemory(ConversationTable table, SettingsSource settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The conversation of a question about a record that was read for it just now.
     *
     * @param view of that record
     */
    Talk talk(Question question, BusinessRecord record, View view) {
        Remembering now = settings.current().remembering();
        if (!now.conversations()) {
            return Talk.NONE;
        }
        Topic topic = new Topic(question.asker().name(), record.ref(), record.organisation());
        Optional<StoredConversation> known = id(question.conversation())
                .flatMap(id -> find(id, topic, clock.instant().minus(now.retention())));
        return Talk.of(known, topic, question, record.label(), view, table);
    }

    private Optional<StoredConversation> find(UUID id, Topic topic, Instant after) {
        try {
            return table.find(id, topic.asker(), after)
                    .filter(found -> found.topic().equals(topic));
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "a conversation could not be read; its question is answered without it", e);
            return Optional.empty();
        }
    }

    /** Only what the server gives out is an id. */
    static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
