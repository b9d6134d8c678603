package erp.assistant.report;

/** What people think of the answers they got. A CDI bean, safe for use by many threads. */
public interface FeedbackBook {

    /** The longest reason, in characters. */
    int MAX_REASON_LENGTH = 1_000;

    /** The closed set of ratings. */
    enum Rating {
        UP,
        DOWN
    }

    /**
     * Writes what the asker of an answer thinks of it; a later rating replaces an earlier one.
     *
     * @param answerId as in {@link erp.assistant.Answering#id()}; comes from a browser and is not trusted
     * @param user who rates
     * @param reason in the person's own words, or empty
     * @return false if there is no such answer of this person; nothing is written then
     * @throws IllegalArgumentException if the reason is longer than {@link #MAX_REASON_LENGTH}
     */
    boolean rate(String answerId, String user, Rating rating, String reason);
}
