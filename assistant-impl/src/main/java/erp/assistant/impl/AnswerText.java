package erp.assistant.impl;

import org.jspecify.annotations.Nullable;

/**
 * What a model has written and what of it was shown, kept once for as long as the two do not differ: most answers are shown as
 * they were written. Not safe for use by several threads.
 */
final class AnswerText {

    private final StringBuilder written = new StringBuilder();

    /** How much of what was written was shown as it was; counts until there is {@link #other}. */
    private int asWritten;

    /** What was shown, once that is not what was written. */
    private @Nullable StringBuilder other;

    void write(String piece) {
        written.append(piece);
    }

    /** To be called with what follows from pieces that are written already. */
    void show(String piece) {
        if (other != null) {
            other.append(piece);
        } else if (follows(piece)) {
            asWritten += piece.length();
        } else {
            other = new StringBuilder(written.substring(0, asWritten)).append(piece);
        }
    }

    private boolean follows(String piece) {
        int end = asWritten + piece.length();
        return end <= written.length() && CharSequence.compare(piece, written.subSequence(asWritten, end)) == 0;
    }

    void restart() {
        written.setLength(0);
        asWritten = 0;
        other = null;
    }

    String written() {
        return written.toString();
    }

    String shown() {
        return other != null ? other.toString() : written.substring(0, asWritten);
    }
}
