package erp.assistant.stub;

/** How one provider's API words its streams, answers and errors. Event texts end their lines with LF. */
interface Wire {

    /** As statistics name it. */
    String key();

    /** The events before the first token. */
    String opening(Plan plan);

    String piece(Plan plan, String text);

    /** The events after the last token, the terminal one included. */
    String closing(Plan plan, int outputTokens);

    String ping();

    /** An error told inside a stream, in the shape that the plan's settings ask for. */
    String errorEvent(Plan plan);

    /** An event whose JSON breaks off. */
    String malformedEvent();

    /** The answer to a request that does not stream. */
    String whole(Plan plan, String text, int outputTokens);

    /** The body of a refused request. */
    String errorBody(int status, boolean quota);
}
