package erp.assistant.impl.prompt;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by their commonest words in which of the staff's languages a text is written. */
public final class AnswerLanguage {

    /** The languages of the lines of the list of words, in their order. */
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt");

    private static final int FEWEST_WORDS = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Map<String, Set<String>> WORDS = words();

    private AnswerLanguage() {}

    /** The ISO 639 code; empty for a text that is too short or too mixed to tell. */
    public static Optional<String> of(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String bare = MARKS.matcher(Normalizer.normalize(Citations.without(text), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String word : BETWEEN_WORDS.split(bare, -1)) {
            WORDS.forEach((language, words) -> counts.merge(language, words.contains(word) ? 1 : 0, Integer::sum));
        }
        List<String> mostFirst = LANGUAGES.stream()
                .sorted((one, other) -> counts.getOrDefault(other, 0) - counts.getOrDefault(one, 0))
                .toList();
        int most = counts.getOrDefault(mostFirst.get(0), 0);
        int next = counts.getOrDefault(mostFirst.get(1), 0);
        return most >= FEWEST_WORDS && 2 * most >= 3 * next ? Optional.of(mostFirst.get(0)) : Optional.empty();
    }

    private static Map<String, Set<String>> words() {
        List<String> lines = Resource.text("relevance/stopwords.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        if (lines.size() != LANGUAGES.size()) {
            throw new IllegalStateException("stopwords.txt has " + lines.size() + " lines of words");
        }
        Map<String, Set<String>> words = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            words.put(
                    LANGUAGES.get(i),
                    Arrays.stream(lines.get(i).split(" ", -1)).collect(Collectors.toUnmodifiableSet()));
        }
        return Map.copyOf(words);
    }
}
