package erp.assistant.impl.ledger;

/**
 * A model's exact name, or the beginning of names with a trailing {@code *}.
 *
 * <p>There is no other wildcard, so that no row takes a newer model by accident.
 */
record ModelPattern(String text) {

    ModelPattern {
        int star = text.indexOf('*');
        if (text.isEmpty() || (star >= 0 && star < text.length() - 1)) {
            throw new IllegalArgumentException(
                    "model '" + text + "' must be a name, or the beginning of a name and one * at its end");
        }
    }

    /** Whether it is a {@code *} alone. */
    boolean any() {
        return text.equals("*");
    }

    private boolean prefix() {
        return text.endsWith("*");
    }

    boolean matches(String model) {
        return prefix() ? model.startsWith(text.substring(0, text.length() - 1)) : model.equals(text);
    }

    /** Higher for a closer match: a whole name before any beginning, a long beginning before a short one. */
    int closeness() {
        return prefix() ? text.length() : Integer.MAX_VALUE / 4;
    }
}
