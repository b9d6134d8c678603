package erp.assistant.evaluation;

import java.util.List;

/**
 * Cases that an ERP ships: the questions its staff really ask, with what a good answer says.
 *
 * <p>A CDI bean in a connector jar, or registered by an ERP application in {@link EvaluationSets}. Safe for use by many threads.
 */
public interface EvaluationSet {

    /** Lower case words joined by dashes, at most 64 characters, such as {@code sample-erp}; not {@code stored} nor {@code all}. */
    String name();

    /** The cases, in the order in which they are shown; asked for at each look, so that they can change. */
    List<EvaluationCase> cases();
}
