package erp.assistant.impl.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells in which of the staff's languages a text is written.
 *
 * <p>A language is told only if it beats each other one: neighbours share most of what speaks for them, and in a short text one word
 * may decide. Better unknown than wrong.
 */
public final class AnswerLanguage {

    private static final List<LanguageEvidence> LANGUAGES = LanguageEvidence.all();

    /** One clear sign that the other language does not have. */
    private static final int LEAST = 2;

    /** How many times as much has to speak for it, so that a name or a quoted word in a longer text does not turn it. */
    private static final int TIMES_AS_MUCH = 2;

    /** By then a language is told or none ever is; answers may be drafts of pages. */
    private static final int MOST_WORDS = 150;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+['’]?|[¿¡]");
    private static final Pattern PART_OF_A_CODE = Pattern.compile(".*[\\p{N}_].*|\\p{Lu}{2,}");
    private static final Pattern END_OF_A_SENTENCE = Pattern.compile("[.!?:\n]\\s*$");

    private AnswerLanguage() {}

    /** The ISO 639 code; empty for a text that is too short or too mixed to tell. */
    public static Optional<String> of(String text) {
        int[][] more = new int[LANGUAGES.size()][LANGUAGES.size()];
        String bare = Citations.without(text);
        int end = 0;
        int looked = 0;
        for (Matcher words = WORD.matcher(bare); looked < MOST_WORDS && words.find(); end = words.end()) {
            looked++;
            if (!PART_OF_A_CODE.matcher(words.group()).matches()) {
                boolean name = Character.isUpperCase(words.group().codePointAt(0)) && !begins(bare, end, words.start());
                count(words.group().replace('’', '\'').toLowerCase(Locale.ROOT), name, more);
            }
        }
        return IntStream.range(0, LANGUAGES.size())
                .filter(language -> beatsAll(language, more))
                .mapToObj(language -> LANGUAGES.get(language).language())
                .findFirst();
    }

    /** Whether a sentence begins there, so that a capital says nothing. */
    private static boolean begins(String text, int endOfLast, int start) {
        return endOfLast == 0
                || END_OF_A_SENTENCE.matcher(text.substring(endOfLast, start)).find();
    }

    private static void count(String word, boolean name, int[][] more) {
        int[] weights = LANGUAGES.stream()
                .mapToInt(language -> language.weight(word, name))
                .toArray();
        for (int one = 0; one < weights.length; one++) {
            for (int other = 0; other < weights.length; other++) {
                more[one][other] += Math.max(0, weights[one] - weights[other]);
            }
        }
    }

    private static boolean beatsAll(int language, int[][] more) {
        return IntStream.range(0, more.length)
                .filter(other -> other != language)
                .allMatch(other -> more[language][other] >= LEAST
                        && more[language][other] >= TIMES_AS_MUCH * more[other][language]);
    }
}
