package erp.assistant.impl.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a record's values into the places of its label that are marked with a field's id in braces. */
final class Labels {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private Labels() {}

    static String fill(String label, Mapping mapping, RowData row) {
        return PLACEHOLDER
                .matcher(label)
                .replaceAll(place -> Matcher.quoteReplacement(mapping.fields().stream()
                        .filter(field -> field.id().equals(place.group(1)))
                        .map(field -> row.text(field.column()).strip())
                        .findFirst()
                        .orElse("")))
                .strip();
    }
}
