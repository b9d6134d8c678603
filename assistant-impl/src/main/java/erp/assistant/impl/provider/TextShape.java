package erp.assistant.impl.provider;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes around the text of a stream's ordinary delta, learned from one that was parsed as JSON.
 *
 * <p>An event that has the same bytes before and after a JSON string means the same with another text, so that it need not be
 * parsed. Whatever differs is for the parser: other members, an escape by number, a byte that no JSON string may have. Used by
 * one thread at a time.
 */
final class TextShape {

    private static final byte[] NONE = {};
    private static final byte[] ESCAPE = ascii("\\u");

    private String name = "";
    private byte[] before = NONE;
    private byte[] after = NONE;

    /**
     * Takes over the shape of an event that told this text and nothing else.
     *
     * @param member the JSON member that holds the text
     */
    void learn(String eventName, byte[] data, int length, String member, String text) {
        byte[] quoted = ascii('"' + member + '"');
        byte[] opening = ascii('"' + member + "\":\"");
        int at = indexOf(opening, data, 0, length);
        // Elsewhere the same name may hold the text that counts, with a space after it or spelt with an escape.
        if (at < 0 || at != indexOf(quoted, data, 0, length) || indexOf(quoted, data, at + 1, length) >= 0) {
            return;
        }
        int start = at + opening.length;
        int end = endOfString(data, start, length);
        if (end < 0
                || !text.equals(decoded(data, start, end))
                || indexOf(ESCAPE, data, 0, start) >= 0
                || indexOf(ESCAPE, data, end, length) >= 0) {
            return;
        }
        name = eventName;
        before = Arrays.copyOf(data, start);
        after = Arrays.copyOfRange(data, end, length);
    }

    /** The event's text, or {@code null} if the event is to be parsed. */
    @Nullable
    String textOf(String eventName, byte[] data, int length) {
        int start = before.length;
        if (start == 0
                || length < start + after.length
                || !Arrays.equals(data, 0, start, before, 0, start)
                || !eventName.equals(name)) {
            return null;
        }
        int end = endOfString(data, start, length);
        if (end < 0 || !Arrays.equals(data, end, length, after, 0, after.length)) {
            return null;
        }
        return decoded(data, start, end);
    }

    /** The index of the quote that ends the string, or -1 if there is none or the string is no JSON. */
    private static int endOfString(byte[] data, int start, int length) {
        for (int i = start; i < length; i++) {
            byte b = data[i];
            if (b == '"') {
                return i;
            }
            if (b == '\\') {
                i++;
            } else if (b >= 0 && b < ' ') {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String decoded(byte[] data, int start, int end) {
        String raw = new String(data, start, end - start, StandardCharsets.UTF_8);
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                i++;
                c = unescaped(raw.charAt(i));
                if (c == 0) {
                    return null;
                }
            }
            text.append(c);
        }
        return text.toString();
    }

    /** The meaning of a short escape (RFC 8259, section 7), or 0. */
    private static char unescaped(char c) {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> 0;
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int indexOf(byte[] word, byte[] data, int from, int length) {
        for (int i = from; i <= length - word.length; i++) {
            if (data[i] == word[0] && Arrays.equals(data, i, i + word.length, word, 0, word.length)) {
                return i;
            }
        }
        return -1;
    }
}
