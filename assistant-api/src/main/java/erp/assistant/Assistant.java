package erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;

/**
 * Answers questions about business records. The one entry point of the extension; a CDI bean.
 *
 * <p>Safe for use by many threads.
 */
public interface Assistant {

    /**
     * Reads the record as the asker may see it and starts the answer.
     *
     * <p>Reads the ERP on the calling thread, which must be the request's; everything after runs without it. The sink gets
     * {@link AnswerEvent.Meta} first, then text, then exactly one of {@link AnswerEvent.Done} or {@link AnswerEvent.Failed};
     * it may get them before this method returns.
     *
     * @throws AssistantException if there will be no answer: nothing was passed to the sink then
     */
    Answering ask(Question question, AnswerSink sink);

    /**
     * Stops an answer of this asker; the provider's connection is closed. Does nothing if it has ended.
     *
     * @return whether there was such an answer under way
     */
    boolean stop(String answerId, Asker asker);

    /** Stops all answers of this person on this server; returns how many were under way. */
    int stopAll(String asker);

    /**
     * Tells what would be sent about a record for this asker, without sending it.
     *
     * @throws AssistantException if the record is not available to the asker
     */
    RecordContext context(RecordRef record, Asker asker);

    /**
     * Tells what would be sent about the rows of a list for this asker, without sending it.
     *
     * @throws AssistantException if the list is not available to the asker, or does not take such a query
     */
    RecordContext listContext(String type, ListQuery rows, Asker asker);
}
