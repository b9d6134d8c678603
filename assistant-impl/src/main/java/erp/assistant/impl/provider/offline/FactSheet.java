package erp.assistant.impl.provider.offline;

import erp.assistant.chat.Fact;
import erp.assistant.chat.Prompt;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/**
 * The facts of a prompt as a short Markdown list in the asker's language, rows as small tables.
 *
 * <p>Takes the first facts, because a prompt holds those first that name the record and that fit the question.
 */
final class FactSheet {

    private static final int MOST_VALUES = 8;
    private static final int MOST_TOTALS = 2;
    private static final String ROW_COUNT = ".row-count";

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
        List<Fact> own = prompt.facts().stream()
                .filter(fact -> fact.group().isEmpty())
                .limit(MOST_VALUES)
                .toList();
        own.forEach(fact -> lines.add(labelled(fact)));
        groups().forEach((group, facts) -> addGroup(group, facts, own, lines));
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).stripTrailing());
        return lines;
    }

    private Map<String, List<Fact>> groups() {
        return prompt.facts().stream()
                .filter(fact -> !fact.group().isEmpty())
                .collect(Collectors.groupingBy(Fact::group, LinkedHashMap::new, Collectors.toList()));
    }

    private void addGroup(String group, List<Fact> facts, List<Fact> told, List<String> lines) {
        RowTable table =
                new RowTable(facts.stream().filter(FactSheet::ofRow).toList(), AskedWords.of(prompt.question()), form);
        List<Fact> totals = facts.stream()
                .filter(fact -> !ofRow(fact) && !fact.id().endsWith(ROW_COUNT))
                .filter(total -> told.stream().noneMatch(fact -> sameWords(fact, total)))
                .limit(MOST_TOTALS)
                .toList();
        if (table.size() == 0 && totals.isEmpty()) {
            return;
        }
        lines.add("\n**" + Markdown.escape(group) + "**" + rowsShown(facts, table.size()) + "\n\n");
        totals.forEach(total -> lines.add(labelled(total)));
        if (table.size() > 0) {
            lines.add((totals.isEmpty() ? "" : "\n") + table.head());
            lines.addAll(table.rows());
        }
    }

    private String rowsShown(List<Fact> facts, int shown) {
        return facts.stream()
                .filter(fact -> fact.id().endsWith(ROW_COUNT))
                .findFirst()
                .map(count -> " (" + shownOf(shown, count.value()) + ") [#" + count.id() + "]")
                .orElse("");
    }

    /** The prompt tells, in English for the model, how many rows it holds; only the number before that is the record's. */
    private String shownOf(int shown, String count) {
        String total = count.split(" ", 2)[0];
        return total.equals(Integer.toString(shown))
                ? total
                : MessageFormat.format(words.getString("shown"), Integer.toString(shown), total);
    }

    private String labelled(Fact fact) {
        return "- **" + Markdown.escape(fact.label()) + ":** " + Markdown.escape(form.of(fact.value())) + " [#"
                + fact.id() + "]\n";
    }

    private static boolean sameWords(Fact one, Fact other) {
        return one.label().equals(other.label()) && one.value().equals(other.value());
    }

    private static boolean ofRow(Fact fact) {
        return fact.id().split("\\.", -1).length == PARTS_OF_ROW_ID;
    }

    private static ResourceBundle words(Locale language) {
        // Without fallback to the server's own language: an unknown language gets English, not German by chance.
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(
                "erp.assistant.impl.provider.offline.answer", language, FactSheet.class.getClassLoader(), noFallback);
    }
}
