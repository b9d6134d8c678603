package erp.assistant.report;

import erp.assistant.RecordContext;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Withheld;
import java.util.List;

/**
 * Shows an admin what somebody else's assistant would get of a record. A CDI bean, safe for use by many threads.
 *
 * <p>Exact for sources that go by the asker they are given. A source that asks the container who is calling sees the admin.
 */
public interface Rehearsal {

    /**
     * Rehearses a question and writes into the log who did it, as whom, and about what.
     *
     * @param admin the login of whoever rehearses
     * @param as whose rights are used
     * @throws erp.assistant.AssistantException if the record is not available to that asker: the same as the asker would get
     */
    Result rehearse(String admin, Asker as, RecordRef record);

    /**
     * What was found.
     *
     * @param withheld what the asker's roles hide, as far as the source can tell
     */
    record Result(RecordContext context, List<Withheld> withheld) {
        public Result {
            withheld = List.copyOf(withheld);
        }
    }
}
