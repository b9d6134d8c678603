package erp.assistant.impl.conversation;

import erp.assistant.record.RecordRef;
import java.util.Objects;

/**
 * What a conversation is about and whose it is.
 *
 * @param organisation the company that owns the record, or empty
 */
public record Topic(String asker, RecordRef record, String organisation) {
    public Topic {
        Objects.requireNonNull(asker, "asker");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(organisation, "organisation");
    }
}
