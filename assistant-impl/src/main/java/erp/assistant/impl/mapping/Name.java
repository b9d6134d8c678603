package erp.assistant.impl.mapping;

import java.util.regex.Pattern;

/** The kinds of names in a mapping file, and what each may look like. */
enum Name {
    TYPE("[a-z][a-z0-9]*(-[a-z0-9]+)*", 64, "lower case words joined by dashes, such as purchase-order"),
    FIELD("[A-Za-z][A-Za-z0-9]*", 64, "letters and digits, starting with a letter, such as promisedDate"),
    COLUMN("[A-Za-z_][A-Za-z0-9_]*", 128, "the name of a column of the query: letters, digits and underscores"),
    ACTION("[a-z][a-z0-9]*(-[a-z0-9]+)*", 64, "lower case words joined by dashes, such as why-late"),
    ROLE("[^\\p{Cntrl}]+", 128, "the name of a role"),
    LANGUAGE("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", 35, "a language such as de or pt-BR"),
    /** Never an address: a name with a scheme would let JNDI go elsewhere. */
    DATA_SOURCE("[A-Za-z][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)*", 128, "the JNDI name of a data source, such as jdbc/erp"),
    ORDER(
            "(?i)[a-z_][a-z0-9_]*( (asc|desc))?( nulls (first|last))?(, *[a-z_][a-z0-9_]*( (asc|desc))?( nulls (first|last))?)*",
            500,
            "columns of the query with ASC or DESC, such as days_late DESC, position");

    private final Pattern pattern;
    private final int longest;
    private final String allowed;

    Name(String pattern, int longest, String allowed) {
        this.pattern = Pattern.compile(pattern);
        this.longest = longest;
        this.allowed = allowed;
    }

    boolean matches(String text) {
        return text.length() <= longest
                && !text.isBlank()
                && pattern.matcher(text).matches();
    }

    String check(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    String allowed() {
        return allowed;
    }
}
