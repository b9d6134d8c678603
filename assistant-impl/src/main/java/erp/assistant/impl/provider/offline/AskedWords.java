package erp.assistant.impl.provider.offline;

import erp.assistant.chat.Fact;
import erp.assistant.chat.Prompt;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a question by which a label is known to be asked about; two forms of a word share their beginning. */
record AskedWords(Set<String> words) {

    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 5;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    AskedWords {
        words = Set.copyOf(words);
    }

    /** The question's words without those that only name the record, such as <i>order</i> in "Why is this order late?". */
    static AskedWords of(Prompt prompt) {
        Set<String> asked = new HashSet<>(wordsOf(prompt.question()));
        prompt.facts().stream().findFirst().map(Fact::label).map(AskedWords::wordsOf).ifPresent(asked::removeAll);
        return new AskedWords(asked);
    }

    boolean in(String label) {
        return wordsOf(label).stream()
                .anyMatch(word -> words.stream().anyMatch(asked -> asked.equals(word) || sameStem(asked, word)));
    }

    private static boolean sameStem(String one, String other) {
        return one.length() >= STEM && other.length() >= STEM && one.regionMatches(0, other, 0, STEM);
    }

    private static Set<String> wordsOf(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
