package erp.assistant.impl.prompt;

/**
 * Takes what a browser could follow, load or run out of an answer while it arrives. For one thread at a time.
 *
 * <p>Record text is written by anybody, a model may copy it, and not every screen is as careful as the panel. So the server lets
 * through no live Markdown (CommonMark 0.31, GFM 0.29): a space parts the two halves of a link, the mark of an image from its
 * bracket, and the slashes of an address; {@code <} before a tag becomes {@code ‹}. Invisible characters are removed. All words stay.
 *
 * <p>An e-mail address stays as it is: a draft needs it, and nothing is sent to it without a person.
 */
final class Defusing {

    private static final char NOTHING = '\n';

    /** The last characters that were shown, newest first. */
    private char last = NOTHING;

    private char second = NOTHING;
    private char third = NOTHING;
    private char fourth = NOTHING;

    /** Whether this line has nothing yet but what may stand before the definition of a link. */
    private boolean lineBegins = true;

    private boolean bracketBeganLine;

    /** {@code <} or the first half of a character, before it is known what follows. */
    private char held = NOTHING;

    String add(String piece) {
        StringBuilder out = new StringBuilder(piece.length() + 8);
        for (int at = 0; at < piece.length(); at++) {
            take(piece.charAt(at), out);
        }
        return out.toString();
    }

    String rest() {
        StringBuilder out = new StringBuilder();
        if (held == '<') {
            show('<', out);
        }
        held = NOTHING;
        return out.toString();
    }

    void restart() {
        last = NOTHING;
        second = NOTHING;
        third = NOTHING;
        fourth = NOTHING;
        held = NOTHING;
        lineBegins = true;
        bracketBeganLine = false;
    }

    private void take(char c, StringBuilder out) {
        if (held == '<' && !Character.isSurrogate(c) && !visible(c)) {
            return;
        }
        char before = held;
        held = NOTHING;
        if (before == '<') {
            boolean tag = Character.isLetter(c) || Character.isSurrogate(c) || c == '/' || c == '!' || c == '?';
            show(tag ? '‹' : '<', out);
        } else if (Character.isHighSurrogate(before) && Character.isLowSurrogate(c)) {
            if (visible(Character.toCodePoint(before, c))) {
                show(before, out);
                show(c, out);
            }
            return;
        }
        if (c == '<' || Character.isHighSurrogate(c)) {
            held = c;
        } else if (!Character.isLowSurrogate(c) && visible(c)) {
            part(c, out);
            show(c, out);
        }
    }

    /** Parts by a space what would be live together with the character that comes. */
    private void part(char c, StringBuilder out) {
        boolean link = c == '(' && last == ']';
        boolean definition = c == ':' && last == ']' && bracketBeganLine;
        boolean image = c == '[' && last == '!';
        boolean address = c == '/' && last == '/' && second == ':';
        boolean web = c == '.' && isW(last) && isW(second) && isW(third) && !Character.isLetterOrDigit(fourth);
        if (link || definition || image || address || web) {
            show(' ', out);
        }
    }

    private static boolean isW(char c) {
        return c == 'w' || c == 'W';
    }

    private void show(char c, StringBuilder out) {
        if (c == '[' && lineBegins) {
            bracketBeganLine = true;
        }
        if (c == '\n') {
            lineBegins = true;
            bracketBeganLine = false;
        } else if (" \t>-*+.)".indexOf(c) < 0 && !Character.isDigit(c)) {
            lineBegins = false;
        }
        out.append(c);
        fourth = third;
        third = second;
        second = last;
        last = c;
    }

    /** Line breaks, tabs and the joiners of emoji are all that is not seen and stays. */
    private static boolean visible(int c) {
        if (c == '\n' || c == '\t' || c == 0x200D || c == 0xFE0F) {
            return true;
        }
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT && c != 0x2028 && c != 0x2029;
    }
}
