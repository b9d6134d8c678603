package erp.assistant.record;

/** How carefully a field's value is to be handled. */
public enum Sensitivity {
    /** May be sent as it is. */
    PUBLIC,
    /** May be sent for askers to whom the ERP shows it, and whose role the admin has not left out. */
    CONFIDENTIAL,
    /** Says something about a natural person; a token stands for it in what is sent. */
    PERSONAL,
    /** Is never sent, whoever asks. */
    SECRET
}
