package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.Citation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the values that an answer cites with {@code [#id]}. */
public final class Citations {

    /** A citation in an answer; the id is group 1. */
    static final Pattern MARK = Pattern.compile("\\[#([A-Za-z0-9][A-Za-z0-9.-]*)]");

    private Citations() {}

    /** The cited values in order of first mention, in the asker's form; ids that were not sent are dropped. */
    public static List<Citation> of(String answer, WrittenPrompt written) {
        Map<String, Citation> citable = written.citable().stream()
                .collect(Collectors.toMap(
                        Citation::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        Matcher marks = MARK.matcher(answer);
        return marks.results()
                .map(mark -> citable.get(mark.group(1)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
