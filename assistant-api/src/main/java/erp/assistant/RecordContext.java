package erp.assistant;

import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import java.time.Instant;
import java.util.List;

/**
 * What would be sent about a record for one asker.
 *
 * @param estimatedTokens an estimate of the prompt's input tokens that is not too low
 */
public record RecordContext(
        RecordRef record,
        String label,
        String version,
        Instant asOf,
        List<Sent> fields,
        List<LeftOut> leftOut,
        int estimatedTokens,
        List<QuickAction> actions,
        List<Link> links) {

    public RecordContext {
        fields = List.copyOf(fields);
        leftOut = List.copyOf(leftOut);
        actions = List.copyOf(actions);
        links = List.copyOf(links);
    }

    /** A context without links. */
    public RecordContext(
            RecordRef record,
            String label,
            String version,
            Instant asOf,
            List<Sent> fields,
            List<LeftOut> leftOut,
            int estimatedTokens,
            List<QuickAction> actions) {
        this(record, label, version, asOf, fields, leftOut, estimatedTokens, actions, List.of());
    }

    public RecordContext withLinks(List<Link> links) {
        return new RecordContext(record, label, version, asOf, fields, leftOut, estimatedTokens, actions, links);
    }

    /** The same with these prepared questions. */
    public RecordContext offering(List<QuickAction> actions) {
        return new RecordContext(record, label, version, asOf, fields, leftOut, estimatedTokens, actions, links);
    }

    /** A value that would be sent. */
    public record Sent(String id, String label, String value, Sensitivity sensitivity, boolean masked) {}

    /**
     * The record that a value names. That it is named says nothing about who may open it.
     *
     * @param field the id of a value that would be sent
     */
    public record Link(String field, RecordRef record) {}

    /** Something the record has that would not be sent, and why. */
    public record LeftOut(String id, String label, String reason) {}
}
