package erp.assistant;

import erp.assistant.record.Asker;
import java.util.List;
import java.util.Optional;

/**
 * The earlier conversations of each person; nobody sees another's. A CDI bean.
 *
 * <p>Reads the ERP on the calling thread, which must be the request's: what is about a record that the asker may no longer see is as
 * if it did not exist, but can be deleted. Blocks; safe for use by many threads.
 */
public interface Conversations {

    /** The most conversations in a list. */
    int MOST_LISTED = 50;

    /** Whether any are kept on this server. */
    boolean kept();

    /**
     * The asker's own, latest first, at most {@value #MOST_LISTED}, without turns.
     *
     * @param search words that a question or an answer must hold as they stand, in small or capital letters; empty for all
     */
    List<Conversation> list(Asker asker, String search);

    /** One of the asker's own; empty for an id that is unknown or another's. */
    Optional<Conversation> find(String id, Asker asker);

    /** Deletes one of this person's for good; returns whether there was one. */
    boolean delete(String id, String asker);

    /** Deletes all of this person's for good; returns how many there were. */
    int deleteAll(String asker);
}
