package erp.assistant.impl.provider;

/** Reads the events of one stream in order; keeps what it must between them. Used by one thread at a time. */
public interface EventDecoder {

    /**
     * Reads an event and tells what it means; an event that the protocol does not know means nothing.
     *
     * @param name the event's name, empty if it has none
     * @param data its data, never empty
     * @throws MalformedStreamException if the event is not what the protocol says
     */
    void read(String name, String data, StreamSignals signals);

    /**
     * The JSON member that holds the text of an ordinary delta, empty if there is none: events that differ from a delta only in
     * its text are then not read one by one.
     */
    default String textMember() {
        return "";
    }
}
