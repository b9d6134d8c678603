package erp.assistant.record;

import java.util.List;
import java.util.Optional;

/**
 * Reads one type of business record as a given person may see it.
 *
 * <p>A source is either a CDI bean in a connector jar of the assistant, or an object of the ERP that it registers with
 * {@link RecordSources}. It is called once per question on the request's own thread, with the asker as the caller's
 * principal, and must be safe for use by many threads. It may block on the ERP's database; it must not keep what it read.
 */
public interface RecordSource {

    /** The record type it reads, as in {@link RecordRef#type()}. */
    String type();

    /**
     * Returns the record as the asker may see it, or nothing.
     *
     * <p>A record that does not exist and one the asker may not see must look the same: empty. Fields, rows and facts the
     * asker may not see are left out.
     *
     * @param id the identifier as staff know it; comes from a browser and is not trusted
     * @throws RuntimeException if the ERP cannot read at all; the asker is told that the record is not available
     */
    Optional<BusinessRecord> find(String id, Asker asker);

    /**
     * The list of records of this type as the asker may use it, or nothing: no list can be asked about that is not declared here.
     *
     * <p>Columns that the asker may not see are not in it. Called like {@link #find}; where an answer's model may look things up,
     * also later, with the asker as the caller's principal and no request.
     */
    default Optional<RecordList> list(Asker asker) {
        return Optional.empty();
    }

    /**
     * Runs a query on that list and returns the rows that the asker may see, or nothing if the asker may see none at all.
     *
     * <p>Called like {@link #list}. It never finds a row that {@link #find} would not.
     *
     * @param query checked against {@link #list}: columns, operators and values are those that it declares. Bind the values
     * @throws RuntimeException if the ERP cannot read at all; the asker is told that the list is not available
     */
    default Optional<ListResult> query(ListQuery query, Asker asker) {
        return Optional.empty();
    }

    /**
     * The department of a person, to which the person's questions about this type are charged, in its monthly budget if it has one.
     *
     * <p>Called like {@link #find}, once for each question before it is sent.
     *
     * @return the name as it stands in the assistant's configuration; empty if the ERP knows none
     */
    default String department(Asker asker) {
        return "";
    }

    /**
     * Tells what of a record of this type the asker's roles hide, for admins who rehearse permissions; never shown to the asker.
     *
     * @return nothing if the source cannot tell
     */
    default List<Withheld> withheld(Asker asker) {
        return List.of();
    }

    /**
     * Tells what of the list the asker's roles hide, under the ids of its columns, for admins who rehearse permissions; never shown to
     * the asker.
     *
     * @return nothing if the source cannot tell
     */
    default List<Withheld> withheldFromList(Asker asker) {
        return List.of();
    }
}
