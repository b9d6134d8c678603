package erp.assistant.stub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a connection into requests: HTTP/1.1 with a content length or chunks. Not safe for many threads. */
final class RequestReader {

    private static final int INITIAL = 2048;

    private byte[] bytes = new byte[INITIAL];
    private int filled;
    private boolean continueAsked;

    void add(ByteBuffer more) {
        int needed = filled + more.remaining();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        int count = more.remaining();
        more.get(bytes, filled, count);
        filled += count;
    }

    /** Whether the client waits for leave to send its body; told once per request. */
    boolean asksToContinue() {
        boolean asked = continueAsked;
        continueAsked = false;
        return asked;
    }

    /** Takes the next complete request, or {@code null} if more bytes are needed. */
    @Nullable
    StubRequest next() {
        int headEnd = headEnd();
        if (headEnd < 0) {
            return null;
        }
        String head = new String(bytes, 0, headEnd, StandardCharsets.ISO_8859_1);
        String[] lines = head.split("\r\n", -1);
        String[] start = lines[0].split(" ", 3);
        Map<String, String> headers = headers(lines);
        boolean chunked = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        StringBuilder body = new StringBuilder();
        int end = chunked ? chunks(headEnd, body) : headEnd + length;
        if (end < 0 || end > filled) {
            if (filled == headEnd && headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
                continueAsked = true;
            }
            return null;
        }
        if (!chunked) {
            body.append(new String(bytes, headEnd, length, StandardCharsets.UTF_8));
        }
        consume(end);
        return new StubRequest(start[0], start.length > 1 ? start[1] : "/", headers, body.toString());
    }

    private int headEnd() {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** Collects the chunks from there on and returns where they end, or -1. */
    private int chunks(int from, StringBuilder body) {
        int at = from;
        while (true) {
            int lineEnd = at;
            while (lineEnd < filled && bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            if (lineEnd == filled) {
                return -1;
            }
            String size = new String(bytes, at, lineEnd - at, StandardCharsets.ISO_8859_1).strip();
            int length = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
            int next = lineEnd + 1 + length + 2;
            if (next > filled) {
                return -1;
            }
            if (length == 0) {
                return next;
            }
            body.append(new String(bytes, lineEnd + 1, length, StandardCharsets.UTF_8));
            at = next;
        }
    }

    private void consume(int end) {
        int rest = filled - end;
        byte[] kept = rest == 0 && bytes.length > INITIAL ? new byte[INITIAL] : bytes;
        System.arraycopy(bytes, end, kept, 0, rest);
        bytes = kept;
        filled = rest;
    }
}
