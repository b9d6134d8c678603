package erp.assistant.impl.prompt;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names and short names of the months in the staff's languages. */
final class MonthNames {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("pt"));
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Pattern MARKS_AND_DOTS = Pattern.compile("[\\p{M}.]");

    /** Short names that are everyday words as well: "12 out of 20", "10 may be late". */
    private static final Set<String> EVERYDAY_WORDS = Set.of("out", "set", "may", "mar", "mag");

    /** Those of them that name a month when they have a capital. */
    private static final Set<String> CAPITALISED_MONTHS = Set.of("May", "Mar");

    private static final Map<String, Month> BY_NAME = byName();

    private MonthNames() {}

    /** The month that a word names. */
    static Optional<Month> month(String word) {
        return Optional.ofNullable(BY_NAME.get(normal(word)));
    }

    /** Whether the word need not mean a month. */
    static boolean everyday(String word) {
        return EVERYDAY_WORDS.contains(normal(word)) && !CAPITALISED_MONTHS.contains(word);
    }

    private static Map<String, Month> byName() {
        Map<String, Month> names = new HashMap<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                STYLES.forEach(style -> names.put(normal(month.getDisplayName(style, language)), month));
            }
        }
        // Usual short names that Java's own data lack or change with the version of the JDK.
        names.put("sep", Month.SEPTEMBER);
        names.put("sept", Month.SEPTEMBER);
        names.put("set", Month.SEPTEMBER);
        names.put("juin", Month.JUNE);
        names.put("aout", Month.AUGUST);
        return Map.copyOf(names);
    }

    private static String normal(String name) {
        return MARKS_AND_DOTS
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
