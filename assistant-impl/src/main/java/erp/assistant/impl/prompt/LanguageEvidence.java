package erp.assistant.impl.prompt;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What speaks for a language: its small words and the commonest ones of the business, the letters it has beside a to z, and how its
 * words end.
 *
 * @param language ISO 639 code
 * @param capitalNouns whether nouns begin with a capital, so that such a word need not be a name
 */
record LanguageEvidence(
        String language, Set<String> words, List<String> endings, Set<Integer> letters, boolean capitalNouns) {

    private static final int WORD = 2;
    private static final int LETTER = 2;
    private static final int ENDING = 1;

    /** Shorter words are little more than an ending. */
    private static final int SHORTEST_WITH_ENDING = 5;

    /** The staff's languages. */
    static List<LanguageEvidence> all() {
        Properties evidence = new Properties();
        try {
            evidence.load(new StringReader(Resource.text("language/evidence.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("en", "de", "fr", "es", "it", "pt").stream()
                .map(language -> new LanguageEvidence(
                        language,
                        Set.copyOf(Arrays.asList(split(evidence, language + ".words"))),
                        List.of(split(evidence, language + ".endings")),
                        evidence.getProperty(language + ".letters")
                                .codePoints()
                                .boxed()
                                .collect(Collectors.toUnmodifiableSet()),
                        language.equals("de")))
                .toList();
    }

    private static String[] split(Properties evidence, String key) {
        return evidence.getProperty(key).split(" ", -1);
    }

    /**
     * How much a word speaks for the language; 0 for nothing.
     *
     * @param word in small letters
     * @param name whether it stands with a capital within a sentence
     */
    int weight(String word, boolean name) {
        if (name && !capitalNouns) {
            return 0;
        }
        boolean ends = word.length() >= SHORTEST_WITH_ENDING && endings.stream().anyMatch(word::endsWith);
        boolean spelt = !name && word.codePoints().anyMatch(letters::contains);
        return (words.contains(word) ? WORD : 0) + (ends ? ENDING : 0) + (spelt ? LETTER : 0);
    }
}
