package erp.assistant.impl.provider.offline;

import erp.assistant.chat.Fact;
import erp.assistant.chat.Prompt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/**
 * The facts of a prompt as a short Markdown list in the asker's language.
 *
 * <p>Takes the first facts, because a prompt holds those first that name the record and that fit the question. The values of one
 * row stand on one line, under the label of their rows.
 */
final class FactSheet {

    private static final int MOST_VALUES = 8;
    private static final int MOST_ROWS = 5;

    /** The number of parts in the id of a row's value, such as {@code lines.10.openQuantity}. */
    private static final int PARTS_OF_ROW_ID = 3;

    private final Prompt prompt;
    private final LocalForm form;
    private final ResourceBundle words;

    FactSheet(Prompt prompt) {
        this.prompt = prompt;
        this.words = words(prompt.language());
        this.form = new LocalForm(prompt.language(), words);
    }

    /** The answer's lines, each with its line break but the last. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (prompt.facts().isEmpty()) {
            return List.of(words.getString("nothing"));
        }
        lines.add(words.getString("intro") + "\n\n");
        prompt.facts().stream()
                .filter(fact -> fact.group().isEmpty())
                .limit(MOST_VALUES)
                .forEach(fact -> lines.add("- " + labelled(fact) + "\n"));
        groups().forEach((group, facts) -> addGroup(group, facts, lines));
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).stripTrailing());
        return lines;
    }

    private Map<String, List<Fact>> groups() {
        return prompt.facts().stream()
                .filter(fact -> !fact.group().isEmpty())
                .collect(Collectors.groupingBy(Fact::group, LinkedHashMap::new, Collectors.toList()));
    }

    private void addGroup(String group, List<Fact> facts, List<String> lines) {
        lines.add("\n**" + Markdown.escape(group) + "**\n\n");
        facts.stream().filter(fact -> !ofRow(fact)).forEach(total -> lines.add("- " + labelled(total) + "\n"));
        facts.stream()
                .filter(FactSheet::ofRow)
                .collect(Collectors.groupingBy(FactSheet::row, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .limit(MOST_ROWS)
                .forEach(row ->
                        lines.add(row.stream().map(this::labelled).collect(Collectors.joining("; ", "- ", "\n"))));
    }

    private String labelled(Fact fact) {
        return "**" + Markdown.escape(label(fact)) + ":** " + Markdown.escape(form.of(fact.value())) + " [#" + fact.id()
                + "]";
    }

    /** The prompt counts rows in English, for the model. */
    private String label(Fact fact) {
        return fact.id().endsWith(".row-count") ? words.getString("rowCount") : fact.label();
    }

    private static boolean ofRow(Fact fact) {
        return fact.id().split("\\.", -1).length == PARTS_OF_ROW_ID;
    }

    private static String row(Fact fact) {
        return fact.id().substring(0, fact.id().lastIndexOf('.'));
    }

    private static ResourceBundle words(Locale language) {
        // Without fallback to the server's own language: an unknown language gets English, not German by chance.
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(
                "erp.assistant.impl.provider.offline.answer", language, FactSheet.class.getClassLoader(), noFallback);
    }
}
