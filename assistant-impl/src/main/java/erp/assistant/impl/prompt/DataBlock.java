package erp.assistant.impl.prompt;

import erp.assistant.record.BusinessRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The user's part of a prompt: the record as one delimited block of lines, then today's date, what the user has typed into a form
 * as a block of its own without ids, and the question. The day has its name, since people ask about Friday.
 *
 * <p>Each value stands on one line, and no value has a line break of its own. The block holds the day, never the time, at which the record
 * was read, and not the record's version: a prompt that differs although nothing differs that is told is never repeated, and no
 * cache could answer it.
 */
record DataBlock(
        BusinessRecord record,
        String label,
        ZoneId zone,
        LocalDate today,
        String question,
        List<TypedValue> formValues,
        Wording wording) {

    /** What a model has to do with tokens; only told where there are any. */
    static final String ABOUT_TOKENS = "Tokens such as {personal-1} stand for personal data: copy them unchanged.";

    /** A text that is told a second time costs more than a word about where it stands. */
    private static final int WORTH_NAMING = 24;

    String with(Selection selection) {
        String block = data(selection, "") + "\n\n";
        String asked = form() + "<question>\n" + question + "\n</question>";
        boolean tokens = wording.hasTokens(block + asked);
        return block + "Today is " + BriefValues.named(today) + "." + (tokens ? " " + ABOUT_TOKENS : "") + "\n\n"
                + asked;
    }

    /**
     * The record alone.
     *
     * @param prefix of its short ids; empty for the record that the question is about
     */
    String data(Selection selection, String prefix) {
        StringBuilder lines = new StringBuilder();
        String head = addFields(selection.fields(), lines, prefix);
        addTables(selection.groups(), lines, prefix);
        return "<record_data>\n" + head + "\n" + lines + "</record_data>";
    }

    /** What a look-up found, with a word about tokens if there are any. */
    String found(Selection selection, String prefix) {
        String block = data(selection, prefix);
        return wording.hasTokens(block) ? block + "\n" + ABOUT_TOKENS : block;
    }

    /** The type is told unless the label has its words; the day of reading unless it is today. */
    private String head() {
        String type = record.ref().type();
        boolean said = label.toLowerCase(Locale.ROOT).contains(type.replace('-', ' '));
        return label + (said ? "" : " (" + type + ")") + (asOf().equals(today) ? "" : ", as of " + wording.day(asOf()));
    }

    /** Adds a line for each field but the one that says what the head says; the head has that one's number then. */
    private String addFields(List<Item> fields, StringBuilder lines, String prefix) {
        Map<String, String> told = new HashMap<>();
        String head = head();
        for (int i = 0; i < fields.size(); i++) {
            Entry entry = fields.get(i).entries().get(0);
            String number = prefix + ShortIds.field(i);
            if (label.equalsIgnoreCase(entry.label() + " " + entry.brief().whole())) {
                head = number + " " + head();
                continue;
            }
            String before = entry.brief().text().length() < WORTH_NAMING
                    ? null
                    : told.putIfAbsent(entry.brief().whole(), number);
            String line = entry.line();
            lines.append(number)
                    .append(' ')
                    .append(before == null ? line : line.substring(0, line.indexOf('=') + 1) + "see " + before)
                    .append('\n');
        }
        return head;
    }

    private static void addTables(List<Group> groups, StringBuilder lines, String prefix) {
        for (int i = 0; i < groups.size(); i++) {
            lines.append(groups.get(i).lines(prefix + ShortIds.table(i)));
        }
    }

    private String form() {
        if (formValues.isEmpty()) {
            return "";
        }
        return formValues.stream()
                .map(TypedValue::json)
                .collect(Collectors.joining(",\n", "<form_input>\n[\n", "\n]\n</form_input>\n\n"));
    }

    LocalDate asOf() {
        return LocalDate.ofInstant(record.asOf(), zone);
    }
}
