package erp.assistant.impl.metrics;

import java.util.OptionalLong;

/** One line of {@code key=value} pairs; texts are quoted and escaped, so that none can break or forge a line. */
final class LogLine {

    private static final int LONGEST_TEXT = 200;

    private final StringBuilder line = new StringBuilder();

    /** A value that the assistant made itself, such as a number. */
    LogLine plain(String key, Object value) {
        if (!line.isEmpty()) {
            line.append(' ');
        }
        line.append(key).append('=').append(value);
        return this;
    }

    /** A number, or {@code none}. */
    LogLine optional(String key, OptionalLong value) {
        return value.isPresent() ? plain(key, value.getAsLong()) : plain(key, "none");
    }

    /** A text from elsewhere. */
    LogLine text(String key, String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().limit(LONGEST_TEXT).forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').appendCodePoint(character);
            } else if (visible(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
        });
        return plain(key, quoted.append('"'));
    }

    /** Not line and paragraph ends, other control characters, marks that turn the reading direction, or lone surrogates. */
    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
