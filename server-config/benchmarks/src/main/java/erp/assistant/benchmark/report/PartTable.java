package erp.assistant.benchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one part is shown.
 *
 * @param part its key
 * @param explanation what was done, a sentence or two
 * @param columns the figures to show and their headings
 */
public record PartTable(String part, String explanation, Map<String, String> columns) {

    public PartTable {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Columns as {@code figure, heading} pairs. */
    public static PartTable of(String part, String explanation, String... pairs) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            columns.put(pairs[i], pairs[i + 1]);
        }
        return new PartTable(part, explanation, columns);
    }

    /** Empty if the part was not measured. */
    String markdown(Results results) {
        if (results.variants(part).isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n## " + part + "\n\n" + explanation + "\n\n");
        text.append(row(List.of("variant", "target"), columns.values().stream().toList(), "notes"));
        text.append("|---".repeat(columns.size() + 3)).append("|\n");
        for (String variant : results.variants(part)) {
            for (String target : results.targets(part, variant)) {
                List<String> cells = columns.keySet().stream()
                        .map(figure ->
                                results.spread(part, target, variant, figure).text())
                        .toList();
                text.append(row(List.of(variant, target), cells, results.notes(part, target, variant)));
            }
        }
        return text.toString();
    }

    private static String row(List<String> head, List<String> cells, String notes) {
        return "| " + String.join(" | ", head) + " | " + String.join(" | ", cells) + " | " + notes + " |\n";
    }
}
