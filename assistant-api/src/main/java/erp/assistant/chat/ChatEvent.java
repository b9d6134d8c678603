package erp.assistant.chat;

import java.util.Objects;

/** Something a reader sees while an answer arrives. */
public sealed interface ChatEvent {

    /** The next piece of the answer's text; never empty. */
    record Text(String text) implements ChatEvent {
        public Text {
            if (Objects.requireNonNull(text, "text").isEmpty()) {
                throw new IllegalArgumentException("a piece of text is not empty");
            }
        }
    }

    /** The text so far is void: another provider starts the answer anew. */
    record Restart(String reason) implements ChatEvent {}
}
