package erp.assistant.stub;

/** Which text the stub answers with. */
enum TextMode {
    /** Sentences with the facts that the prompt's data block holds, or a canned paragraph. */
    FACTS,
    /** {@code ~SSSSS:MMMMMMMMMMMMMMMM~ } per token: sequence number and microseconds at sending in the digits a to j, for load generators. */
    STAMPS,
    /** Exactly the text that was set as the script. */
    SCRIPT
}
