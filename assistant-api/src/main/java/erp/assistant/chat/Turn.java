package erp.assistant.chat;

import java.util.Objects;

/**
 * Something that was said earlier in a conversation.
 *
 * @param text what was said, never blank: providers refuse empty messages
 */
public record Turn(Role role, String text) {

    /** Who said it. */
    public enum Role {
        USER,
        ASSISTANT
    }

    public Turn {
        Objects.requireNonNull(role, "role");
        if (Objects.requireNonNull(text, "text").isBlank()) {
            throw new IllegalArgumentException("a turn is not blank");
        }
    }

    /** Does not show the content, so that it can be logged. */
    @Override
    public String toString() {
        return "Turn[" + role + ", " + text.length() + " characters]";
    }
}
