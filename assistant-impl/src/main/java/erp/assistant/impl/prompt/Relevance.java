package erp.assistant.impl.prompt;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well a labelled value fits a question, by the words that they share: in part, in compounds, and across the staff's
 * languages for the commonest business words. The same input always gives the same score.
 */
final class Relevance {

    private static final int SAME = 4;
    private static final int SAME_MEANING = 3;
    private static final int SAME_BEGINNING = 3;
    private static final int CONTAINED = 2;
    private static final int LABEL_WEIGHT = 2;

    /** Letters that two words share at least before they are taken for forms of one. */
    private static final int STEM = 5;

    private static final int SHORTEST_WORD = 3;

    /** Keeps the work bounded for a question that is a pasted text. */
    private static final int MOST_WORDS = 40;

    private static final int[] NOTHING_ASKED = {};

    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Set<String> STOP_WORDS = stopWords();
    private static final Map<String, String> CONCEPT_BY_STEM = conceptByStem();

    private static final Map<String, Set<String>> RELATED = related();

    private final List<Word> asked;
    private final Set<String> relatedConcepts = new HashSet<>();

    /** Whether a word's meaning matters at all. */
    private final boolean meaningful;

    /** How like each asked word a text is: labels, parts of ids and many values come back in each row. */
    private final Map<String, int[]> known = new HashMap<>();

    private record Word(String text, @Nullable String concept) {}

    /**
     * Looks for the words of a question but those that only name the record, such as <i>order</i> in "Why is this order late?".
     */
    Relevance(String question, String recordLabel) {
        Set<String> name = words(recordLabel);
        asked = words(question).stream()
                .filter(word -> !name.contains(word))
                .limit(MOST_WORDS)
                .map(word -> new Word(word, concept(word)))
                .toList();
        meaningful = asked.stream().anyMatch(word -> word.concept() != null);
        for (Word word : asked) {
            String concept = word.concept();
            if (concept != null) {
                relatedConcepts.addAll(RELATED.getOrDefault(concept, Set.of()));
            }
        }
    }

    /** The score of a value, 0 if it shares nothing with the question. */
    int of(String id, String label, String value) {
        return LABEL_WEIGHT * named(id, label) + told(value);
    }

    /** How well an id and a label say what the question says. */
    int named(String id, String label) {
        int[] ofLabel = likeness(label);
        int[] ofId = likeness(id);
        int score = 0;
        for (int i = 0; i < ofId.length; i++) {
            score += Math.max(ofId[i], ofLabel[i]);
        }
        return score;
    }

    /** How well a value says what the question says. */
    int told(String value) {
        int score = 0;
        for (int best : likeness(value)) {
            score += best;
        }
        return score;
    }

    /** 1 if an id or a label says what usually hangs together with what the question says. */
    int related(String id, String label) {
        return relatedConcepts.isEmpty() || !(related(label) || related(id)) ? 0 : 1;
    }

    private boolean related(String text) {
        return words(text).stream().map(Relevance::concept).anyMatch(relatedConcepts::contains);
    }

    /** For each asked word, how like it the most fitting word of the text is. */
    private int[] likeness(String text) {
        if (asked.isEmpty()) {
            return NOTHING_ASKED;
        }
        int[] before = known.get(text);
        if (before != null) {
            return before;
        }
        int[] best = new int[asked.size()];
        for (String other : words(text)) {
            Word word = new Word(other, meaningful ? concept(other) : null);
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.max(best[i], likeness(asked.get(i), word));
            }
        }
        known.put(text, best);
        return best;
    }

    private static int likeness(Word oneWord, Word otherWord) {
        String one = oneWord.text();
        String other = otherWord.text();
        if (one.equals(other)) {
            return SAME;
        }
        if (Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return 0;
        }
        String concept = oneWord.concept();
        if (concept != null && Objects.equals(concept, otherWord.concept())) {
            return SAME_MEANING;
        }
        if (one.length() >= STEM && other.length() >= STEM) {
            if (one.regionMatches(0, other, 0, STEM)) {
                return SAME_BEGINNING;
            }
            return one.contains(other) || other.contains(one) ? CONTAINED : 0;
        }
        return 0;
    }

    private static @Nullable String concept(String word) {
        for (int end = word.length(); end >= SHORTEST_WORD; end--) {
            String concept = CONCEPT_BY_STEM.get(word.substring(0, end));
            if (concept != null) {
                return concept;
            }
        }
        return null;
    }

    /** The words of a text in small letters without marks; a capital after a small letter begins a new one. */
    private static Set<String> words(String text) {
        boolean ascii = isAscii(text);
        String bare = ascii ? text : unmarked(CAMEL_CASE.matcher(text).replaceAll(" "));
        Set<String> words = new LinkedHashSet<>();
        int start = -1;
        for (int at = 0, next; at <= bare.length(); at = next) {
            int c = at < bare.length() ? bare.codePointAt(at) : ' ';
            next = at + Character.charCount(c);
            boolean within = Character.isLetterOrDigit(c);
            boolean anew = ascii && at > 0 && Character.isUpperCase(c) && Character.isLowerCase(bare.charAt(at - 1));
            if (start >= 0 && (anew || !within)) {
                add(words, bare.substring(start, at));
                start = -1;
            }
            if (start < 0 && within) {
                start = at;
            }
        }
        return words;
    }

    private static void add(Set<String> words, String found) {
        String word = found.toLowerCase(Locale.ROOT).replace("ß", "ss");
        boolean longEnough = Character.isDigit(word.charAt(0)) || word.length() >= SHORTEST_WORD;
        if (longEnough && !STOP_WORDS.contains(word)) {
            words.add(word);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String unmarked(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static Set<String> stopWords() {
        return Resource.text("relevance/stopwords.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> conceptByStem() {
        Map<String, String> byStem = new HashMap<>();
        properties("relevance/concepts.properties").forEach((concept, stems) -> {
            for (String stem : stems) {
                byStem.put(stem, concept);
            }
        });
        return Map.copyOf(byStem);
    }

    private static Map<String, Set<String>> related() {
        Map<String, Set<String>> related = new HashMap<>();
        properties("relevance/related.properties")
                .forEach((concept, others) -> related.put(concept, Set.copyOf(others)));
        return Map.copyOf(related);
    }

    private static Map<String, List<String>> properties(String resource) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(Resource.text(resource)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string reader does not fail", impossible);
        }
        Map<String, List<String>> words = new HashMap<>();
        lines.stringPropertyNames()
                .forEach(name -> words.put(name, List.of(lines.getProperty(name).split(" ", -1))));
        return words;
    }
}
