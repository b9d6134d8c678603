package erp.assistant.impl.prompt;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that are told in thousands, millions or thousands of millions, as staff's languages do: {@code 12.4k}, {@code 12,4 Tsd.}, {@code 1,2 Mio.} */
final class Scaled {

    /** How many zeros a word stands for; {@code billion} is the English one. */
    private static final Map<String, Integer> ZEROS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("t€", 3),
            Map.entry("teur", 3),
            Map.entry("tsd", 3),
            Map.entry("tausend", 3),
            Map.entry("thousand", 3),
            Map.entry("mille", 3),
            Map.entry("milliers", 3),
            Map.entry("mila", 3),
            Map.entry("mil", 3),
            Map.entry("m€", 6),
            Map.entry("mio", 6),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("millionen", 6),
            Map.entry("millón", 6),
            Map.entry("millones", 6),
            Map.entry("milione", 6),
            Map.entry("milioni", 6),
            Map.entry("milhão", 6),
            Map.entry("milhões", 6),
            Map.entry("bn", 9),
            Map.entry("billion", 9),
            Map.entry("mrd", 9),
            Map.entry("milliarde", 9),
            Map.entry("milliarden", 9),
            Map.entry("milliard", 9),
            Map.entry("milliards", 9),
            Map.entry("miliardo", 9),
            Map.entry("miliardi", 9));

    /** With one of them each word begins, in either case. */
    static final String LETTERS = "kKtTmMbB";

    static final Pattern PATTERN = Pattern.compile(
            "(?<!\\d)(\\d{1,15}(?:[.,]\\d{1,6})?)[ \\u00A0]?("
                    + String.join(
                            "|",
                            ZEROS.keySet().stream()
                                    .sorted((one, other) -> other.length() - one.length())
                                    .toList())
                    + ")(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Scaled() {}

    /** The numbers that are meant if they are exact. */
    static Set<Reading> readings(String text) {
        Set<Reading> readings = new LinkedHashSet<>();
        numbers(text).forEach(number -> readings.add(new Reading.Amount(number)));
        return readings;
    }

    /** The same, each with a scale that tells to which place it is rounded; none for a text without such a word. */
    static List<BigDecimal> numbers(String text) {
        if (text.isEmpty() || Character.isDigit(text.charAt(text.length() - 1))) {
            return List.of();
        }
        Matcher scaled = PATTERN.matcher(text);
        if (!scaled.matches()) {
            return List.of();
        }
        int zeros = ZEROS.getOrDefault(scaled.group(2).toLowerCase(Locale.ROOT), 0);
        return Numbers.written(scaled.group(1)).stream()
                .map(number -> number.scaleByPowerOfTen(zeros))
                .toList();
    }
}
