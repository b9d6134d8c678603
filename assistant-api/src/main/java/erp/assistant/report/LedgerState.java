package erp.assistant.report;

/** Whether the ledger can be used at this moment. A CDI bean; safe for use by many threads. */
public interface LedgerState {

    /** False while the file of an embedded ledger is written anew: whoever needs the ledger waits for that. */
    boolean available();
}
