package erp.assistant.impl.prompt;

import java.text.Normalizer;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds a value in an answer, in whatever local form: {@code 12400.00 EUR} in "12.400 €", {@code 2026-05-02} in "2. Mai". */
public final class Sayings {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    /** "EUR 5,600" has its number here. */
    private static final int LATEST_FIGURE = 4;

    /** A unit, such as {@code EUR} or {@code working days}. */
    private static final int MOST_WORDS = 2;

    private Sayings() {}

    /** Whether an answer says a value: each of its figures in some usual form, or its words in any case. */
    public static boolean says(String answer, String value) {
        String shown = Citations.MARK.matcher(answer).replaceAll(" ");
        if (!isFigure(value)) {
            return words(shown).contains(words(value));
        }
        Set<Reading> said = new HashSet<>();
        figures(shown).forEach(figure -> said.addAll(figure.readings()));
        return figures(value).stream()
                .allMatch(figure -> figure.readings().stream().anyMatch(reading -> meets(reading, said)));
    }

    /** Whether a value is a number, date or code, with at most a unit. */
    public static boolean isFigure(String value) {
        List<Found> figures = figures(value);
        if (figures.isEmpty() || value.indexOf(figures.get(0).text()) > LATEST_FIGURE) {
            return false;
        }
        String rest = value;
        for (Found figure : figures) {
            rest = rest.replace(figure.text(), " ");
        }
        return LETTERS.matcher(rest).results().count() <= MOST_WORDS;
    }

    /** An answer may leave out the year. */
    private static boolean meets(Reading reading, Set<Reading> said) {
        return said.contains(reading)
                || (reading instanceof Reading.Day day
                        && said.contains(new Reading.DayOfYear(MonthDay.from(day.date()))));
    }

    private record Found(String text, Set<Reading> readings) {}

    /** Each figure with all its readings: none is accepted as known, so that the scanner tries all ways. */
    private static List<Found> figures(String text) {
        List<Found> found = new ArrayList<>();
        Set<Reading> open = new HashSet<>();
        FigureScanner scanner = new FigureScanner(
                reading -> {
                    open.add(reading);
                    return false;
                },
                (figure, known) -> {
                    found.add(new Found(figure, Set.copyOf(open)));
                    open.clear();
                });
        scanner.scan(text);
        if (!open.isEmpty()) {
            // Of a way of writing that is certain only where it was expected, such as 02.05.
            found.add(new Found(text.strip(), Set.copyOf(open)));
        }
        return found;
    }

    /** In small letters without accents, with a blank around each word. */
    private static String words(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(" " + bare + " ").replaceAll(" ");
    }
}
