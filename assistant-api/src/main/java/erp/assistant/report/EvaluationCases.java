package erp.assistant.report;

import erp.assistant.evaluation.EvaluationCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cases that answers can be judged by: those that ERPs ship, and those that admins have stored. A CDI bean, safe for use by many threads. */
public interface EvaluationCases {

    /** The set of those that admins have stored. */
    String STORED = "stored";

    /** All of them: the stored ones first, newest first, then set by set. */
    List<Entry> cases();

    /**
     * Stores a case.
     *
     * @param draft whose id is not used
     * @param answer the rated answer that it is made from, if it is from one
     * @param by the admin's login
     * @throws erp.assistant.AssistantException if there is no such answer
     */
    Entry store(EvaluationCase draft, Optional<String> answer, String by);

    /** What is known of an answer that a case is to be made from; empty if there is none, or if it is no longer kept. */
    Optional<Basis> basis(String answer);

    /** Deletes a stored case; false if there is none of that id. */
    boolean delete(String id);

    /**
     * A case in its set.
     *
     * @param id unique among all: of a shipped one with the set's name before it, such as {@code sample-erp:1}
     * @param stored how it came to be stored; empty for a shipped one
     */
    record Entry(String id, String set, EvaluationCase content, Optional<Stored> stored) {}

    /**
     * How a case came to be stored.
     *
     * @param answer the rated answer that it was made from
     */
    record Stored(Instant at, String by, Optional<String> answer, Optional<Basis> basis) {}

    /** What the ledger knows of an answer; what was asked and answered is not stored. */
    record Basis(String user, String recordType, String recordId, String action, String template, String model) {}
}
