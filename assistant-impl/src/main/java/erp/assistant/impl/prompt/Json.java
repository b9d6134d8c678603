package erp.assistant.impl.prompt;

/** JSON strings as RFC 8259 section 7 writes them. */
final class Json {

    private Json() {}

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
