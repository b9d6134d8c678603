package sample.erp.organisation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document number as somebody wrote it: {@code 4711}, or qualified with the company as {@code CH:4712}.
 *
 * <p>Companies keep their own number ranges, so a number alone can name two documents. It then means the one of the
 * reader's home organisation; the other stays reachable by its qualified form.
 */
public record DocumentKey(@Nullable String organisation, String number) {

    private static final Pattern WRITTEN = Pattern.compile("(?:([A-Z]{2}):)?([A-Za-z0-9-]{1,20})");

    /** Reads a key, or nothing if no document could have it. */
    public static Optional<DocumentKey> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches() ? Optional.of(new DocumentKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The organisations in which the person may look for it, in order. */
    public List<String> organisations(Person person) {
        if (organisation == null) {
            return person.organisations();
        }
        return person.organisations().contains(organisation) ? List.of(organisation) : List.of();
    }
}
