package erp.assistant.impl.prompt;

import java.util.Locale;
import java.util.regex.Pattern;

/** JSON strings as RFC 8259 section 7 writes them, and the short arrays that tell a labelled value. */
final class Json {

    private static final Pattern CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private Json() {}

    /** {@code ["promisedDate","Promised","2026-05-02"]}; without a label that only says the id again, without an empty value. */
    static String labelled(String id, String label, String value) {
        String named = "[" + string(id) + (sameWords(id, label) ? "" : "," + string(label));
        return named + (value.isEmpty() ? "]" : "," + string(value) + "]");
    }

    private static boolean sameWords(String id, String label) {
        String last = id.substring(id.lastIndexOf('.') + 1);
        return last.length()
                        >= label.length() - label.chars().filter(c -> c == ' ').count()
                && CAPITAL.matcher(last)
                        .replaceAll(" ")
                        .toLowerCase(Locale.ROOT)
                        .equals(label.toLowerCase(Locale.ROOT));
    }

    static String string(String text) {
        return append(new StringBuilder(text.length() + 2), text).toString();
    }

    /** Appends the text as a JSON string. */
    static StringBuilder append(StringBuilder out, String text) {
        out.append('"');
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                out.append(text, done, at).append('\\').append(c);
                done = at + 1;
            } else if (c < ' ') {
                out.append(text, done, at)
                        .append("\\u00")
                        .append(Character.forDigit(c >> 4, 16))
                        .append(Character.forDigit(c & 15, 16));
                done = at + 1;
            }
        }
        return out.append(text, done, text.length()).append('"');
    }
}
