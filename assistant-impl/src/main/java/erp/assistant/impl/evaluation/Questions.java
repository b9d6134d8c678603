package erp.assistant.impl.evaluation;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.report.EvaluationPlan.Asked;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks as staff do, but exactly the provider that is named. Safe for use by many threads. */
public interface Questions {

    /**
     * Says whom a variant asks, such as {@code primary small: claude-haiku-4-5}.
     *
     * @throws erp.assistant.AssistantException in words, if it cannot be asked
     */
    String label(Asked who);

    /**
     * Reads the record with the rights of the case's person, and writes the prompt; on the calling thread.
     *
     * @param by the admin's login
     * @throws erp.assistant.AssistantException if there will be no answer; nothing was sent then
     */
    Prepared prepare(EvaluationCase content, String language, Asked who, String by);

    /** A question that has not been sent. */
    interface Prepared {

        /** The most that it can cost, in 10<sup>-9</sup> units of the company's currency; empty if the model has no known price. */
        Optional<Long> bound();

        /**
         * Sends it.
         *
         * @param end takes what came of it, once, on any thread
         * @throws erp.assistant.AssistantException if it could not be sent; the end is not told then
         */
        void send(Consumer<Reply> end);

        /** Closes the answer, also one that has not begun; its end is told as of all. */
        void stop();
    }
}
