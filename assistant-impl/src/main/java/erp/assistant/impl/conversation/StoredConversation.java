package erp.assistant.impl.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation with its turns, oldest first; at least one.
 *
 * @param label what staff called the record when it was last asked about
 */
public record StoredConversation(UUID id, Topic topic, String label, Instant updatedAt, List<StoredTurn> turns) {
    public StoredConversation {
        turns = List.copyOf(turns);
    }
}
