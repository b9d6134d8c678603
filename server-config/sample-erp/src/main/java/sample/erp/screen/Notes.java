package sample.erp.screen;

import org.jspecify.annotations.Nullable;

/** What may be written as a note. */
public final class Notes {

    /** As long as the database's column. */
    public static final int MAX_LENGTH = 2_000;

    private Notes() {}

    /**
     * Returns the text without spaces around, or {@code null} if nothing is left.
     *
     * @throws ScreenProblem if it is too long
     */
    static @Nullable String checked(String text) {
        String stripped = text.strip();
        if (stripped.length() > MAX_LENGTH) {
            throw ScreenProblem.invalid("A note has at most " + MAX_LENGTH + " characters.");
        }
        return stripped.isEmpty() ? null : stripped;
    }
}
