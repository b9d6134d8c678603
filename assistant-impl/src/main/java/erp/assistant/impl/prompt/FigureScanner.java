package erp.assistant.impl.prompt;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the figures of a text. */
final class FigureScanner {

    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u202F\\u2009\\u2007]");
    private static final Pattern LIST_MARKER = Pattern.compile("(?m)^[ \\t]*\\d{1,2}[.)](?=\\s)");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th|er|re|e|ème|º|ª)(?![\\p{L}\\d])");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__");

    private FigureScanner() {}

    /**
     * Passes each figure to the visitor, with whether it is known.
     *
     * <p>At each place the ways of writing are tried in order, and the first with a known reading is taken. If there is none, the
     * last that fits is: a plain number, so that an unknown figure is told by its digits alone.
     *
     * @param known whether a reading is explained by what was sent
     */
    static void scan(String text, Predicate<Reading> known, BiConsumer<String, Boolean> visitor) {
        String plain = EMPHASIS.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("");
        int at = 0;
        while (at < plain.length()) {
            int end = skipped(plain, at);
            at = end > at ? end : figure(plain, at, known, visitor);
        }
    }

    /** The end of what looks like a figure and is none: a list marker or an ordinal; or the place itself. */
    private static int skipped(String text, int at) {
        Matcher marker = LIST_MARKER.matcher(text).region(at, text.length()).useTransparentBounds(true).useAnchoringBounds(false);
        if (marker.lookingAt()) {
            return marker.end();
        }
        return at;
    }

    private static int figure(String text, int at, Predicate<Reading> known, BiConsumer<String, Boolean> visitor) {
        if (!Character.isLetterOrDigit(text.charAt(at))) {
            return at + 1;
        }
        String unknown = "";
        for (Figure figure : Figure.WRITTEN) {
            Matcher matcher = figure.pattern()
                    .matcher(text)
                    .region(at, text.length())
                    .useTransparentBounds(true);
            if (!matcher.lookingAt()) {
                continue;
            }
            Set<Reading> readings = figure.readings().apply(matcher);
            // Not short-circuited: who collects readings wants each of them.
            if (readings.stream().filter(known).count() > 0) {
                visitor.accept(matcher.group(), true);
                return matcher.end();
            }
            unknown = readings.isEmpty() ? unknown : matcher.group();
        }
        if (Character.isDigit(text.charAt(at)) && !unknown.isEmpty()) {
            Matcher ordinal = ORDINAL.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (ordinal.lookingAt()) {
                return ordinal.end();
            }
            visitor.accept(unknown, false);
            return at + unknown.length();
        }
        return at + 1;
    }
}
