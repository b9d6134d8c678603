package erp.assistant.impl.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL of a mapping file, with named parameters that are bound and never written into the text.
 *
 * <p>Only what reads and what can stand in parentheses is taken: every statement is run as {@code SELECT ... FROM (query)}, so
 * that not even a database without read-only transactions lets it change anything. Comments, semicolons and backslashes are
 * refused because databases disagree about where they end.
 *
 * @param jdbc with a question mark for each parameter
 * @param parameters their names in order, such as {@code id} or {@code record.order_id}
 */
record Sql(String jdbc, List<String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> CHANGING = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "into",
            "call",
            "exec",
            "execute",
            "truncate",
            "drop",
            "alter",
            "create",
            "grant",
            "revoke",
            "lock",
            "copy",
            "set");

    Sql {
        parameters = List.copyOf(parameters);
    }

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException in words for an admin
     */
    static Sql parse(String text) {
        return new Scan(text).run();
    }

    /** A whole query. */
    static Sql query(String text) {
        Sql sql = parse(text);
        Matcher first = WORD.matcher(text.strip());
        if (!first.lookingAt()
                || !Set.of("select", "with").contains(first.group().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a query begins with SELECT or WITH");
        }
        return sql;
    }

    boolean uses(String parameter) {
        return parameters.contains(parameter);
    }

    boolean usesRecord() {
        return parameters.stream().anyMatch(name -> name.startsWith(Parameters.RECORD));
    }

    /** This text and another one behind it. */
    Sql then(String text) {
        return new Sql(jdbc + text, parameters);
    }

    Sql then(Sql other) {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(other.parameters);
        return new Sql(jdbc + other.jdbc, all);
    }

    static Sql plain(String text) {
        return new Sql(text, List.of());
    }

    private static final class Scan {

        private final String text;
        private final StringBuilder jdbc = new StringBuilder();
        private final List<String> parameters = new ArrayList<>();
        private int at;
        private int depth;

        Scan(String text) {
            this.text = text;
        }

        Sql run() {
            if (text.isBlank()) {
                throw new IllegalArgumentException("there is no SQL");
            }
            while (at < text.length()) {
                char c = text.charAt(at);
                switch (c) {
                    case '\'', '"' -> quoted(c);
                    case '(', ')' -> parenthesis(c);
                    case ':' -> colon();
                    case '?' -> throw new IllegalArgumentException("write :id and other names, not ?");
                    case ';', '\\', '`', '[', '$', '#' ->
                        throw new IllegalArgumentException("'" + c + "' is not taken outside of quotes");
                    default -> word(c);
                }
            }
            if (depth != 0) {
                throw new IllegalArgumentException("a parenthesis is not closed");
            }
            return new Sql(jdbc.toString(), parameters);
        }

        private void quoted(char quote) {
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("a " + quote + " is not closed");
            }
            // A doubled quote is the end of one text and the beginning of the next: the same for what follows.
            String literal = text.substring(at, end + 1);
            if (literal.indexOf('\\') >= 0) {
                throw new IllegalArgumentException(
                        "a backslash in quotes: some databases take it for the quote's escape; use another escape character");
            }
            jdbc.append(literal);
            at = end + 1;
        }

        private void parenthesis(char c) {
            depth += c == '(' ? 1 : -1;
            if (depth < 0) {
                throw new IllegalArgumentException("a parenthesis is closed that was not opened");
            }
            take(1);
        }

        private void colon() {
            if (text.startsWith("::", at)) {
                take(2);
                return;
            }
            Matcher parameter = PARAMETER.matcher(text).region(at, text.length());
            if (!parameter.lookingAt()) {
                throw new IllegalArgumentException("a name must follow the colon, such as :id");
            }
            parameters.add(parameter.group(1));
            jdbc.append('?');
            at = parameter.end();
        }

        private void word(char c) {
            if (text.startsWith("--", at) || text.startsWith("/*", at)) {
                throw new IllegalArgumentException("SQL comments are not taken");
            }
            Matcher word = WORD.matcher(text).region(at, text.length());
            if (!word.lookingAt()) {
                jdbc.append(c);
                at++;
                return;
            }
            if (CHANGING.contains(word.group().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("a query only reads: "
                        + word.group().toUpperCase(Locale.ROOT)
                        + " is not taken (a column of that name goes into double quotes)");
            }
            take(word.end() - at);
        }

        private void take(int length) {
            jdbc.append(text, at, at + length);
            at += length;
        }
    }
}
