package erp.assistant.impl.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds amounts in an answer whose currency was not sent: the right number of dollars is wrong if it was sent in euros. */
final class Currencies {

    /** Those that are no words; {@code ALL} and {@code TOP} are currencies too. */
    private static final String CODES =
            "EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|CAD|AUD|NZD|SGD|HKD|INR|BRL|MXN|ZAR|AED|KRW";

    /** What a sign or word can mean. */
    private static final Map<String, Set<String>> SIGNS = Map.of(
            "€", Set.of("EUR"),
            "euro", Set.of("EUR"),
            "euros", Set.of("EUR"),
            "£", Set.of("GBP"),
            "$", Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "BRL"),
            "¥", Set.of("JPY", "CNY"));

    private static final String NUMBER = "(?<!\\d)\\d{1,15}(?:[.,'’ \\u00A0\\u202F]\\d{1,6}){0,8}";
    private static final String CURRENCY =
            "((?<!\\p{L})(?:" + CODES + ")(?!\\p{L})|(?i:(?<!\\p{L})euros?(?!\\p{L}))|[€£$¥])";
    private static final Pattern BEFORE = Pattern.compile(CURRENCY + "[ \\u00A0\\u202F]?(" + NUMBER + ")");
    private static final Pattern AFTER = Pattern.compile("(" + NUMBER + ")[ \\u00A0\\u202F]?" + CURRENCY);
    private static final Pattern ANY = Pattern.compile(CURRENCY);

    private Currencies() {}

    /**
     * The numbers that stand beside such a currency, as they are written.
     *
     * @param told all that was sent
     */
    static List<String> foreign(String answer, Collection<String> told) {
        if (!mayName(answer) || !ANY.matcher(answer).find()) {
            return List.of();
        }
        Set<String> sent = new HashSet<>();
        for (String text : told) {
            for (Matcher found = ANY.matcher(text); found.find(); ) {
                sent.addAll(meanings(found.group(1)));
            }
        }
        List<String> foreign = new ArrayList<>();
        for (Matcher found = BEFORE.matcher(answer); found.find(); ) {
            add(found.group(1), found.group(2), sent, foreign);
        }
        for (Matcher found = AFTER.matcher(answer); found.find(); ) {
            add(found.group(2), found.group(1), sent, foreign);
        }
        return foreign;
    }

    /** Whether there is a sign, three capitals together or the letters of a euro: without them no expression need be tried. */
    private static boolean mayName(String text) {
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            capitals = c >= 'A' && c <= 'Z' ? capitals + 1 : 0;
            boolean euro = (c == 'e' || c == 'E') && text.regionMatches(true, i, "euro", 0, 4);
            if (capitals == 3 || euro || "€£$¥".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void add(String currency, String number, Set<String> sent, List<String> foreign) {
        if (meanings(currency).stream().noneMatch(sent::contains) && !foreign.contains(number)) {
            foreign.add(number);
        }
    }

    private static Set<String> meanings(String currency) {
        String word = currency.toLowerCase(Locale.ROOT);
        return SIGNS.getOrDefault(word, Set.of(currency));
    }
}
