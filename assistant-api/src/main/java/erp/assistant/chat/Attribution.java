package erp.assistant.chat;

import java.util.Objects;
import java.util.UUID;

/**
 * To whom and what a call is charged in the ledger; none of it is sent to a provider.
 *
 * @param call identifies the answer; all attempts of one answer share it
 * @param organisation the company that owns the record, or empty
 * @param action the prepared question's id, or empty
 * @param department the asker's department, whose budget it is charged to; empty if the ERP tells none
 */
public record Attribution(
        UUID call,
        String user,
        String organisation,
        String recordType,
        String recordId,
        String action,
        String department) {
    public Attribution {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(recordType, "recordType");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(department, "department");
    }

    /** Of somebody whose department is not told. */
    public Attribution(UUID call, String user, String organisation, String recordType, String recordId, String action) {
        this(call, user, organisation, recordType, recordId, action, "");
    }
}
