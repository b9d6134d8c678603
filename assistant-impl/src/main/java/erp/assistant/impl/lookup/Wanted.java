package erp.assistant.impl.lookup;

import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;

/** What a call wants, as far as its form can tell. */
public sealed interface Wanted {

    /** Rows of the list of a type; the list itself says whether it takes the query. */
    record OfList(String type, ListQuery query) implements Wanted {}

    /** One record. */
    record OfRecord(RecordRef ref) implements Wanted {}
}
