package erp.assistant.record;

import java.util.Collection;

/**
 * Record sources that come and go while the server runs. A CDI bean in the assistant or in a connector jar; safe for use by
 * many threads.
 */
@FunctionalInterface
public interface RecordSourceSet {

    /** The sources at this moment. */
    Collection<RecordSource> sources();
}
