package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.Citation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the values that an answer cites with {@code [#id]}. */
public final class Citations {

    /** A citation in an answer; the id is group 1. */
    static final Pattern MARK = Pattern.compile("\\[#([A-Za-z0-9][A-Za-z0-9.-]*)]");

    private Citations() {}

    /** An answer's text without citations, also those that a model writes several of into one pair of brackets. */
    static String without(String answer) {
        return LongCitations.MARK.matcher(answer).replaceAll(" ");
    }

    /** The ids in an answer's citations, of values that were sent or not. */
    static Set<String> ids(String answer, WrittenPrompt written) {
        Set<String> cited = new LinkedHashSet<>();
        for (Matcher marks = MARK.matcher(LongCitations.of(answer, written.shortIds())); marks.find(); ) {
            cited.add(marks.group(1));
        }
        return cited;
    }

    /** The cited values in order of first mention, in the asker's form; ids that were not sent are dropped. */
    public static List<Citation> of(String answer, WrittenPrompt written) {
        Set<String> cited = ids(answer, written);
        if (cited.isEmpty()) {
            return List.of();
        }
        Map<String, Citable> sent = new HashMap<>();
        for (Citable value : written.citable()) {
            if (cited.contains(value.id())) {
                sent.putIfAbsent(value.id(), value);
            }
        }
        return cited.stream()
                .map(sent::get)
                .filter(Objects::nonNull)
                .map(Citable::citation)
                .toList();
    }
}
