package erp.assistant.impl.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the figures of a text, for one thread. */
final class FigureScanner {

    private static final Pattern GROUPING_SPACES = Pattern.compile("[\\u202F\\u2009\\u2007]");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__");
    private static final List<Pattern> NO_FIGURES = List.of(
            // "1. " and "1) " at the start of a line
            Pattern.compile("(?<=^[ \\t]{0,8}|\\n[ \\t]{0,8})\\d{1,2}[.)](?=\\s)"),
            // "2nd"
            Pattern.compile(
                    "(?<![\\p{L}\\d])\\d{1,3}(?:st|nd|rd|th|e?re?|e|ème|nde?|\\.?(?:º|ª|er|[rdt][oa]))(?![\\p{L}\\d])"),
            // "die 2. Mahnung"
            Pattern.compile(
                    "(?<=(?<!\\p{L})(?:d(?:ie|er|as|en|em|es)|z(?:ur|um)|[ai]m|vom|beim|(?:jed|dies|ein|unser|ihr)e?[rnms]?)[ \\u00A0])"
                            + "\\d{1,3}\\.(?=[ \\u00A0]\\p{L})",
                    Pattern.CASE_INSENSITIVE));

    private final Predicate<Reading> known;
    private final Predicate<Reading> doubtless;
    private final BiConsumer<String, Boolean> visitor;
    private final Map<Pattern, Matcher> matchers = new HashMap<>();
    private String text = "";

    /**
     * Makes one for any number of texts.
     *
     * <p>At each place the ways of writing are tried in order. The first with a known reading is taken, else the first that is
     * certain to be a figure of its kind.
     *
     * @param known whether a reading is explained by what was sent; asked for each reading of each way that is tried
     * @param visitor takes each figure, with whether it is known
     */
    FigureScanner(Predicate<Reading> known, BiConsumer<String, Boolean> visitor) {
        this(known, reading -> false, visitor);
    }

    /** @param doubtless whether a reading, known or not, tells that what is written is nothing else */
    FigureScanner(Predicate<Reading> known, Predicate<Reading> doubtless, BiConsumer<String, Boolean> visitor) {
        this.known = known;
        this.doubtless = doubtless;
        this.visitor = visitor;
    }

    /** Passes each figure of the text to the visitor. */
    void scan(String from) {
        if (!mayHaveFigures(from)) {
            return;
        }
        boolean emphasis = from.contains("**") || from.contains("__");
        String plain = emphasis ? EMPHASIS.matcher(from).replaceAll("") : from;
        text = GROUPING_SPACES.matcher(plain).replaceAll("\u00A0");
        matchers.values().forEach(used -> used.reset(text));
        int last = lastDigit(text);
        int at = 0;
        while (at <= last) {
            at = begins(at) ? next(at) : at + 1;
        }
    }

    static boolean mayHaveFigures(String text) {
        return lastDigit(text) >= 0;
    }

    /** Where the last figure begins at the latest, for no way of writing does without a digit; less than 0 if there is none. */
    private static int lastDigit(String text) {
        int at = text.length() - 1;
        while (at >= 0 && !Character.isDigit(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /** Whether a word or a number begins here; most places are skipped by this. */
    private boolean begins(int at) {
        char c = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return Character.isDigit(c)
                ? !Character.isDigit(before)
                : Character.isLetter(c) && !Character.isLetterOrDigit(before);
    }

    private int next(int at) {
        boolean letter = Character.isLetter(text.charAt(at));
        int end = taken(Figure.DATES, at);
        if (!letter) {
            for (Pattern noFigure : NO_FIGURES) {
                end = end > at ? end : end(noFigure, at);
            }
        }
        end = end > at ? end : taken(Figure.OTHERS, at);
        return Math.max(end, at + 1);
    }

    /** The end of the figure that begins here, or the place itself if there is none of these. */
    private int taken(List<Figure> figures, int at) {
        boolean letter = Character.isLetter(text.charAt(at));
        char after = letter ? 0 : afterDigits(at);
        for (Figure figure : figures) {
            if (figure.letterFirst() != letter || !figure.goesOnWith(after)) {
                continue;
            }
            Matcher matcher = matcher(figure.pattern(), at);
            if (!matcher.lookingAt()) {
                continue;
            }
            Set<Reading> readings = figure.readings().apply(matcher);
            boolean explained = anyKnown(readings);
            boolean certain = figure.certain()
                    ? !readings.isEmpty()
                    : !explained && readings.stream().anyMatch(doubtless);
            if (explained || certain) {
                visitor.accept(matcher.group().strip(), explained);
                return matcher.end();
            }
        }
        return at;
    }

    /** Asks of all of them, also after the first that is known: who collects readings wants each. */
    private boolean anyKnown(Set<Reading> readings) {
        boolean any = false;
        for (Reading reading : readings) {
            any |= known.test(reading);
        }
        return any;
    }

    /** What follows the digits that begin here; 0 at the text's end. */
    private char afterDigits(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private int end(Pattern pattern, int at) {
        Matcher matcher = matcher(pattern, at);
        return matcher.lookingAt() ? matcher.end() : at;
    }

    private Matcher matcher(Pattern pattern, int at) {
        Matcher matcher = matchers.get(pattern);
        if (matcher == null) {
            matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            matchers.put(pattern, matcher);
        }
        return matcher.region(at, text.length());
    }
}
