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

    /** A line {@code ["id","label","value"]}, the label left out where it only says the id again; or an object with these members. */
    record Fact(String id, String label, String value) {}

    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
    private static final Pattern FIELD = Pattern.compile(
            "^\\[\"([A-Za-z][A-Za-z0-9.-]*)\"(?:," + STRING + ")?," + STRING + "],?$", Pattern.MULTILINE);
    private static final Pattern OBJECT = Pattern.compile(
            "\"id\"\\s*:\\s*" + STRING + "[^{}]*?\"label\"\\s*:\\s*" + STRING + "[^{}]*?\"value\"\\s*:\\s*" + STRING);
    private static final Pattern CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final String ROWS = "],\"rows\":[";
    private static final String QUESTION = "<question>";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    PromptFacts {
        facts = List.copyOf(facts);
    }

    static PromptFacts in(String body) {
        String prompt = Json.unescaped(body);
        List<Fact> facts = new ArrayList<>();
        int rows = prompt.indexOf(ROWS);
        Matcher field = FIELD.matcher(rows < 0 ? prompt : prompt.substring(0, rows));
        int end = 0;
        while (field.find()) {
            String label = field.group(2) == null ? spoken(field.group(1)) : field.group(2);
            facts.add(new Fact(field.group(1), Json.unescaped(label), Json.unescaped(field.group(3))));
        }
        for (Matcher object = OBJECT.matcher(prompt); object.find(); end = object.end()) {
            facts.add(new Fact(object.group(1), Json.unescaped(object.group(2)), Json.unescaped(object.group(3))));
        }
        return new PromptFacts(facts, prompt.substring(Math.max(end, prompt.lastIndexOf(QUESTION))));
    }

    /** {@code creditLimit} is "Credit limit". */
    private static String spoken(String id) {
        String words = CAPITAL.matcher(id).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
