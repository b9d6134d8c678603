package erp.assistant.report;

import erp.assistant.Question;
import java.util.List;
import java.util.Optional;

/**
 * Asks the questions of cases, one after the other, and judges the answers. A CDI bean, safe for use by many threads.
 *
 * <p>Records are read with the rights of the person that each case names, as in {@link Rehearsal}; each read is in the log. One run at a
 * time on a server.
 */
public interface EvaluationRuns {

    /** The action by which its calls are known in ledger, budgets and metrics; no prepared question may be called so. */
    String ACTION = Question.EVALUATION;

    /** The most questions of a run. */
    int MOST_QUESTIONS = 2_000;

    /**
     * Begins a run; it goes on in the background.
     *
     * @param by the admin's login
     * @throws erp.assistant.AssistantException in words, if there is nothing to ask, or nobody, or another run is under way
     */
    EvaluationRun start(EvaluationPlan plan, String by);

    /**
     * Begins a run that judges the answers of a file by the cases of this server; nobody is asked and nothing is paid.
     *
     * @throws erp.assistant.AssistantException in words, if none of its answers is to a case of this server, or another run is under way
     */
    EvaluationRun judge(EvaluationRecording recording, String by);

    /**
     * The answers of a variant of a run that has ended.
     *
     * @param variant 0 or 1
     * @return empty if there is no such run or variant
     * @throws erp.assistant.AssistantException if the run is under way
     */
    Optional<EvaluationRecording> recording(String id, int variant);

    /** All that are kept, newest first. */
    List<EvaluationRun> runs();

    /** One of them; empty if there is none of that id. */
    Optional<EvaluationRun> run(String id);

    /**
     * The questions of a run, in their order; none if there is no such run.
     *
     * @param withAnswers whether the texts are wanted too
     */
    List<EvaluationResult> results(String id, boolean withAnswers);

    /** Stops a run that is under way on this server; false if there is none of that id. */
    boolean stop(String id);

    /** Deletes a run that has ended, with its answers; false if there is none of that id. */
    boolean delete(String id);
}
