package erp.assistant.impl.provider;

import java.util.Optional;

/** What the body of a response is, by its head and by what was asked for. */
enum BodyKind {
    /** An error with its status. */
    REFUSAL,
    /** The answer as events. */
    EVENTS,
    /** The answer as one JSON object. */
    WHOLE,
    /** JSON where events were asked for: an error without its status, or a server that cannot stream. */
    UNASKED;

    /** Empty if no such body was asked for or is worth reading. */
    static Optional<BodyKind> of(ResponseHead head, boolean streaming) {
        if (head.refused()) {
            return Optional.of(REFUSAL);
        }
        if (head.status() != 200) {
            return Optional.empty();
        }
        if (head.json()) {
            return Optional.of(streaming ? UNASKED : WHOLE);
        }
        return streaming && head.eventStream() ? Optional.of(EVENTS) : Optional.empty();
    }

    /** What the answer was asked to come as. */
    static String asked(boolean streaming) {
        return streaming ? "an event stream" : "a JSON answer";
    }
}
