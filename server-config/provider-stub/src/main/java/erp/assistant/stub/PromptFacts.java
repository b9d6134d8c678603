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

    /** A line {@code 7 Label=value}, cited by its number; or an object with an id, a label and a value. */
    record Fact(String id, String label, String value) {}

    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
    private static final Pattern FIELD = Pattern.compile("^(\\d{1,4}) ([^=\\n]*)=(.*)$", Pattern.MULTILINE);
    private static final Pattern OBJECT = Pattern.compile(
            "\"id\"\\s*:\\s*" + STRING + "[^{}]*?\"label\"\\s*:\\s*" + STRING + "[^{}]*?\"value\"\\s*:\\s*" + STRING);
    private static final Pattern SEE = Pattern.compile("see \\d{1,4}");
    private static final String BLOCK = "<record_data>\n";
    private static final String BLOCK_END = "\n</record_data>";
    private static final String QUESTION = "<question>";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    PromptFacts {
        facts = List.copyOf(facts);
    }

    static PromptFacts in(String body) {
        String prompt = Json.unescaped(body);
        List<Fact> facts = new ArrayList<>();
        int begin = prompt.lastIndexOf(BLOCK);
        int blockEnd = prompt.indexOf(BLOCK_END, Math.max(begin, 0));
        if (begin >= 0 && blockEnd > begin) {
            Matcher field = FIELD.matcher(prompt.substring(begin + BLOCK.length(), blockEnd));
            while (field.find()) {
                if (!SEE.matcher(field.group(3)).matches()) {
                    facts.add(new Fact(field.group(1), field.group(2), field.group(3)));
                }
            }
        }
        int end = 0;
        for (Matcher object = OBJECT.matcher(prompt); object.find(); end = object.end()) {
            facts.add(new Fact(object.group(1), Json.unescaped(object.group(2)), Json.unescaped(object.group(3))));
        }
        return new PromptFacts(facts, prompt.substring(Math.max(end, prompt.lastIndexOf(QUESTION))));
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
