package erp.assistant.impl.privacy;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The form of tokens, such as {@code {iban-1}}, and what models make of it. */
final class Tokens {

    static final String WORDS = Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining("|"));

    /** A token as a model may write it: in capitals, with another dash, with Markdown's backslashes. */
    static final Pattern TOKEN =
            Pattern.compile("\\\\?\\{(" + WORDS + ")\\\\?[-_‐‑‒–](\\d{1,4})\\\\?\\}", Pattern.CASE_INSENSITIVE);

    /** The longest way to write one. */
    static final int LONGEST = "\\{personal\\-1234\\}".length();

    private static final Pattern BEGUN = Pattern.compile(
            "\\\\?(?:\\{(?:" + prefixes() + "|(?:" + WORDS + ")\\\\?(?:[-_‐‑‒–]\\d{0,4}\\\\?)?)?)?",
            Pattern.CASE_INSENSITIVE);

    private Tokens() {}

    /** Where a token may have begun whose end is yet to come; the length of the text if none has. */
    static int begun(CharSequence text) {
        for (int at = Math.max(0, text.length() - LONGEST); at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '{' || c == '\\')
                    && BEGUN.matcher(text.subSequence(at, text.length())).matches()) {
                return at;
            }
        }
        return text.length();
    }

    private static String prefixes() {
        return Arrays.stream(Kind.values())
                .map(Kind::word)
                .flatMap(word -> IntStream.range(1, word.length()).mapToObj(end -> word.substring(0, end)))
                .distinct()
                .collect(Collectors.joining("|"));
    }
}
