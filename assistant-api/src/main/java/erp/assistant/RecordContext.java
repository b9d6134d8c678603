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
        List<QuickAction> actions) {

    public RecordContext {
        fields = List.copyOf(fields);
        leftOut = List.copyOf(leftOut);
        actions = List.copyOf(actions);
    }

    /** A value that would be sent. */
    public record Sent(String id, String label, String value, Sensitivity sensitivity, boolean masked) {}

    /** Something the record has that would not be sent, and why. */
    public record LeftOut(String id, String label, String reason) {}
}
