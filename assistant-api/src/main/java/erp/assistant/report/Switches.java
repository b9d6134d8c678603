package erp.assistant.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an admin can switch off while the servers run: the assistant, a record type, a prepared question. What the configuration
 * switches off stays off. A CDI bean, safe for use by many threads; blocks on the database.
 */
public interface Switches {

    /** The longest name and the longest reason, in characters. */
    int MAX_LENGTH = 200;

    /** The closed set of what has a switch. */
    enum Kind {
        /** All of it; has no name. */
        ASSISTANT,
        /** A record type, such as {@code sales-order}. */
        ENTITY,
        /** A prepared question of one record type, {@code sales-order.why-blocked}, or of all, {@code why-blocked}. */
        CAPABILITY
    }

    /** All switches that there are or could be, the assistant's first; then record types and prepared questions by name. */
    List<State> states();

    /** The latest changes, newest first. */
    List<Change> changes(int limit);

    /**
     * Switches off or on, on every server within ten seconds.
     *
     * @param by who wants it
     * @param reason why, in the admin's words
     * @throws erp.assistant.AssistantException in words, if the configuration has switched off what is to be switched on
     * @throws IllegalArgumentException if a name is missing or too many, or something is too long
     */
    void change(Kind kind, String name, boolean off, String by, String reason);

    /**
     * One switch.
     *
     * @param configuredOff whether the configuration has switched it off, which nothing here can undo
     * @param latest how it was switched last; empty if never
     */
    record State(Kind kind, String name, boolean configuredOff, Optional<Change> latest) {
        public State {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
        }

        /** Whether questions of this kind are refused. */
        public boolean off() {
            return configuredOff || latest.map(Change::off).orElse(false);
        }
    }

    /** Who switched what, when and why. */
    record Change(Kind kind, String name, boolean off, String by, Instant at, String reason) {
        public Change {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
            if (kind == Kind.ASSISTANT != name.isEmpty()) {
                throw new IllegalArgumentException(
                        kind == Kind.ASSISTANT
                                ? "the assistant's switch has no name"
                                : "the switch of a record type or a prepared question needs its name");
            }
        }
    }
}
