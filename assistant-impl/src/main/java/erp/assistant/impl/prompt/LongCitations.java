package erp.assistant.impl.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the ids that a record has into an answer's citations, in the place of the short ones, while it arrives. For one thread at a time.
 *
 * <p>Several in one pair of brackets, as {@code [#7, #B.20.c]}, become one pair each. What is no id of the prompt stays as it is. Holds
 * back at most one citation that has begun.
 */
final class LongCitations {

    /** One or several short or long ids. */
    static final Pattern MARK = Pattern.compile("\\[#([A-Za-z0-9][A-Za-z0-9.,;# -]{0,200})]");

    private static final Pattern BEGUN = Pattern.compile("\\[(?:#(?:[A-Za-z0-9][A-Za-z0-9.,;# -]{0,200})?)?\\z");
    private static final Pattern BETWEEN = Pattern.compile("[ ,;#]+");

    private ShortIds ids;
    private String held = "";

    LongCitations(ShortIds ids) {
        this.ids = ids;
    }

    /** A text that is whole. */
    static String of(String text, ShortIds ids) {
        LongCitations citations = new LongCitations(ids);
        return citations.add(text) + citations.rest();
    }

    /** Knows these ids from now on. */
    void know(ShortIds all) {
        ids = all;
    }

    String add(String piece) {
        if (ids.isEmpty()) {
            return piece;
        }
        String text = held + piece;
        int last = text.lastIndexOf('[');
        boolean begun =
                last >= 0 && BEGUN.matcher(text).region(last, text.length()).lookingAt();
        int end = begun ? last : text.length();
        held = text.substring(end);
        return written(text.substring(0, end));
    }

    String rest() {
        String rest = held;
        held = "";
        return rest;
    }

    void restart() {
        held = "";
    }

    private String written(String text) {
        if (!text.contains("[#")) {
            return text;
        }
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(longOnes(mark.group(), mark.group(1))));
    }

    private String longOnes(String mark, String content) {
        StringBuilder marks = new StringBuilder();
        boolean anyShort = false;
        for (String id : BETWEEN.split(content, -1)) {
            if (!id.isEmpty()) {
                anyShort |= ids.longId(id).isPresent();
                marks.append("[#").append(ids.longId(id).orElse(id)).append(']');
            }
        }
        return anyShort ? marks.toString() : mark;
    }
}
