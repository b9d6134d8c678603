package erp.assistant.impl.provider;

import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.fault.FaultTable;

/** Looks a provider's status and error words up in the table of failures. */
final class FaultKinds {

    private FaultKinds() {}

    /** The kind of an error that was told with a status of 300 or more. */
    static Kind of(int status, ErrorWord error) {
        return FaultTable.SHIPPED.answered(status, error.code(), error.type());
    }

    /** The kind of an error that was told inside a stream, where there is no status; an unknown word is the server's. */
    static Kind inStream(ErrorWord error) {
        return FaultTable.SHIPPED.inStream(error.code(), error.type());
    }
}
