package erp.assistant.record;

/** What is kept when a record does not fit into the prompt: earlier constants are kept first. */
public enum Importance {
    /** Names the record or its state; always sent. */
    IDENTITY,
    /** A fact the ERP computed for questions, such as days overdue. */
    FACT,
    /** An ordinary field. */
    NORMAL,
    /** Background, left out first. */
    DETAIL
}
