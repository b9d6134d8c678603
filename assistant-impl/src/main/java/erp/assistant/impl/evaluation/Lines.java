package erp.assistant.impl.evaluation;

import erp.assistant.evaluation.Expectation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several texts in one column of the database, a line for each. */
final class Lines {

    private static final String FIELD = "field ";
    private static final String VALUE = "value ";

    private Lines() {}

    static String of(Collection<String> texts) {
        return String.join("\n", texts.stream().map(Lines::line).toList());
    }

    /** No text of ours has a line break; what a provider or a record says may. */
    private static String line(String text) {
        return text.replaceAll("[\\r\\n\\u0000]", " ");
    }

    static List<String> list(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    static String ofExpectations(List<Expectation> expectations) {
        return of(expectations.stream()
                .map(each -> (each instanceof Expectation.FieldValue ? FIELD : VALUE) + each.words())
                .toList());
    }

    static List<Expectation> expectations(String lines) {
        return list(lines).stream().map(Lines::expectation).toList();
    }

    private static Expectation expectation(String line) {
        return line.startsWith(FIELD)
                ? new Expectation.FieldValue(line.substring(FIELD.length()))
                : new Expectation.Said(line.substring(VALUE.length()));
    }

    /** Ids have no blanks. */
    static String ofValues(Map<String, String> values) {
        return of(values.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList());
    }

    static Map<String, String> values(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : list(lines)) {
            int blank = line.indexOf(' ');
            values.put(line.substring(0, blank), line.substring(blank + 1));
        }
        return values;
    }
}
