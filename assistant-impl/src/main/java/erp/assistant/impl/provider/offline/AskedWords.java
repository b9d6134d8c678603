package erp.assistant.impl.provider.offline;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a question by which a label is known to be asked about. */
record AskedWords(Set<String> words) {

    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 6;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    AskedWords {
        words = Set.copyOf(words);
    }

    static AskedWords of(String question) {
        return new AskedWords(wordsOf(question));
    }

    boolean in(String label) {
        return wordsOf(label).stream().anyMatch(word -> words.stream().anyMatch(asked -> alike(asked, word)));
    }

    /** Plurals and long words of one stem; not <i>order</i> and <i>ordered</i>, for most questions name the record so. */
    private static boolean alike(String one, String other) {
        boolean plural =
                Math.abs(one.length() - other.length()) <= 1 && (one.startsWith(other) || other.startsWith(one));
        return plural || one.regionMatches(0, other, 0, STEM);
    }

    private static Set<String> wordsOf(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
