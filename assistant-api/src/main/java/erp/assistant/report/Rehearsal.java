package erp.assistant.report;

import erp.assistant.RecordContext;
import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Withheld;
import java.util.List;

/**
 * Shows an admin what somebody else's assistant would get of a record or a list. A CDI bean, safe for use by many threads.
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
     * The same for rows of a list.
     *
     * @throws erp.assistant.AssistantException if the list is not available to that asker, or does not take the query: the same as
     *     the asker would get
     */
    Listed rehearseList(String admin, Asker as, String type, ListQuery rows);

    /**
     * What was found of a record.
     *
     * @param withheld what the asker's roles hide, as far as the source can tell
     */
    record Result(RecordContext context, List<Withheld> withheld) {
        public Result {
            withheld = List.copyOf(withheld);
        }
    }

    /**
     * What was found of a list.
     *
     * @param context the rows and the figures over all of them, and what is left out
     * @param list the columns that the asker has, and what the asker may do with each
     * @param withheld columns that the asker's roles hide, as far as the source can tell
     */
    record Listed(RecordContext context, RecordList list, List<Withheld> withheld) {
        public Listed {
            withheld = List.copyOf(withheld);
        }
    }
}
