package erp.assistant.report;

import java.util.List;

/** The ledger's rows, newest first. A CDI bean, safe for use by many threads. */
public interface CallLog {

    /**
     * Returns a page of attempts.
     *
     * @param offset how many rows to pass over, from 0
     * @param limit how many rows at most, 1 to 1,000
     */
    List<LedgerRow> attempts(int offset, int limit);
}
