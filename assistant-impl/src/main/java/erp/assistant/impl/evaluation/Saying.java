package erp.assistant.impl.evaluation;

/** Finds values in answers, however a language writes them. Safe for use by many threads. */
public interface Saying {

    /** Whether an answer says a value: each of its figures in some local form, or its words. */
    boolean says(String answer, String value);

    /** Whether a value is a number, date or code, with at most a unit; else it is words, which an answer may put into its own. */
    boolean isFigure(String value);
}
