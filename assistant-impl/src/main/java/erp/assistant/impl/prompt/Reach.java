package erp.assistant.impl.prompt;

/** How much room something may take, by what the question has to do with it; earlier constants may take more. */
enum Reach {
    /** The question names it. */
    ASKED,
    /** What the question is about usually hangs together with it, as a delivery does with dates and stock. */
    RELATED,
    /** Anything else. */
    REST
}
