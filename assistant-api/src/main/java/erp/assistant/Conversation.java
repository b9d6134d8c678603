package erp.assistant;

import erp.assistant.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one person has asked about one record, and was answered.
 *
 * @param id unguessable
 * @param title the first question that is still kept, on one line, at most 100 characters and three dots
 * @param label what staff called the record when it was last asked about
 * @param updated when it was last asked
 * @param turns oldest first; none in a list of conversations
 */
public record Conversation(
        String id, String title, RecordRef record, String label, Instant updated, List<Exchange> turns) {

    public Conversation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(updated, "updated");
        turns = List.copyOf(turns);
    }

    /**
     * A question and its answer.
     *
     * @param action the id of the prepared question that was pressed, or empty
     * @param text the answer as its asker has read it; empty if it rests on something that the asker may no longer see
     * @param meta as it was told when the answer began
     * @param done as it was told when the answer ended; without citations if the text is withheld
     * @param withheld whether the text is not shown for that reason
     */
    public record Exchange(
            String question,
            String action,
            String text,
            AnswerEvent.Meta meta,
            AnswerEvent.Done done,
            boolean withheld) {
        public Exchange {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(meta, "meta");
            Objects.requireNonNull(done, "done");
        }
    }
}
