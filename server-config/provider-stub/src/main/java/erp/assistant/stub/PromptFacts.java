package erp.assistant.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The facts that a request's data block names, found without reading the whole JSON.
 *
 * @param facts in the order of the block
 * @param question what follows the block
 */
record PromptFacts(List<Fact> facts, String question) {

    /** One entry {@code {"id":..,"label":..,"value":..}}. */
    record Fact(String id, String label, String value) {}

    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
    private static final Pattern ENTRY = Pattern.compile(
            "\"id\"\\s*:\\s*" + STRING + "[^{}]*?\"label\"\\s*:\\s*" + STRING + "[^{}]*?\"value\"\\s*:\\s*" + STRING);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    PromptFacts {
        facts = List.copyOf(facts);
    }

    static PromptFacts in(String body) {
        String prompt = Json.unescaped(body);
        List<Fact> facts = new ArrayList<>();
        Matcher matcher = ENTRY.matcher(prompt);
        int end = 0;
        while (matcher.find()) {
            facts.add(new Fact(matcher.group(1), Json.unescaped(matcher.group(2)), Json.unescaped(matcher.group(3))));
            end = matcher.end();
        }
        return new PromptFacts(facts, prompt.substring(end));
    }

    /** At most so many facts, first those whose label shares a word with the question. */
    List<Fact> mostFitting(int most) {
        String asked = question.toLowerCase(Locale.ROOT);
        List<Fact> chosen = new ArrayList<>();
        for (Fact fact : facts) {
            if (chosen.size() < most && sharesWord(fact.label(), asked)) {
                chosen.add(fact);
            }
        }
        for (Fact fact : facts) {
            if (chosen.size() < most && !chosen.contains(fact)) {
                chosen.add(fact);
            }
        }
        return chosen;
    }

    private static boolean sharesWord(String label, String asked) {
        Matcher words = WORD.matcher(label.toLowerCase(Locale.ROOT));
        while (words.find()) {
            if (asked.contains(words.group())) {
                return true;
            }
        }
        return false;
    }
}
