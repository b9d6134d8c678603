package erp.assistant.benchmark.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one HTTP/1.1 response as its bytes come in, and hands on the body without its chunk frame (RFC 9112 §6, §7.1). */
final class ResponseReader {

    /** Takes pieces of the body. */
    interface Body {
        void bytes(byte[] bytes, int from, int to);
    }

    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        DONE
    }

    private static final int LONGEST_LINE = 8192;

    private final Body body;
    private final byte[] line = new byte[LONGEST_LINE];
    private int lineLength;
    private State state = State.HEAD;
    private int status;
    private long left;
    private boolean chunked;
    private boolean closes;
    private int retryAfterSeconds;

    ResponseReader(Body body) {
        this.body = body;
    }

    /** Expects a new response. */
    void reset() {
        state = State.HEAD;
        lineLength = 0;
        status = 0;
    }

    /** 0 before the first line is there. */
    int status() {
        return status;
    }

    boolean done() {
        return state == State.DONE;
    }

    /** Whether the connection cannot serve another request. */
    boolean closes() {
        return closes;
    }

    /** From {@code Retry-After}; -1 if it is missing or is not a number of seconds. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The server has closed the connection: whether that was the body's proper end. */
    boolean endsHere() {
        boolean proper = state == State.BODY && left < 0;
        if (proper) {
            state = State.DONE;
        }
        return proper;
    }

    void read(byte[] bytes, int length) throws IOException {
        int at = 0;
        while (at < length && state != State.DONE) {
            switch (state) {
                case BODY, CHUNK -> {
                    int end = left < 0 ? length : (int) Math.min(length, at + left);
                    body.bytes(bytes, at, end);
                    left -= left < 0 ? 0 : end - at;
                    at = end;
                    if (left == 0) {
                        state = state == State.BODY ? State.DONE : State.CHUNK_END;
                    }
                }
                default -> {
                    byte c = bytes[at++];
                    if (c == '\n') {
                        lineEnds();
                        lineLength = 0;
                    } else if (c != '\r') {
                        if (lineLength == LONGEST_LINE) {
                            throw new IOException("a line of the response is too long");
                        }
                        line[lineLength++] = c;
                    }
                }
            }
        }
    }

    private void lineEnds() throws IOException {
        switch (state) {
            case HEAD -> {
                if (lineLength > 0) {
                    headLine(new String(line, 0, lineLength, StandardCharsets.ISO_8859_1));
                } else if (status == 100) {
                    status = 0;
                } else {
                    state = chunked ? State.CHUNK_SIZE : left == 0 ? State.DONE : State.BODY;
                    closes |= state == State.BODY && left < 0;
                }
            }
            case CHUNK_SIZE -> {
                left = chunkSize();
                state = left == 0 ? State.TRAILER : State.CHUNK;
            }
            case CHUNK_END -> state = State.CHUNK_SIZE;
            case TRAILER -> state = lineLength == 0 ? State.DONE : State.TRAILER;
            default -> throw new IllegalStateException("no line ends in " + state);
        }
    }

    private void headLine(String text) throws IOException {
        if (status == 0) {
            if (!text.startsWith("HTTP/1.1 ") || text.length() < 12) {
                throw new IOException("no HTTP/1.1 response: " + text);
            }
            status = Integer.parseInt(text.substring(9, 12));
            chunked = false;
            closes = false;
            left = -1;
            retryAfterSeconds = -1;
            return;
        }
        int colon = text.indexOf(':');
        if (colon > 0) {
            header(
                    text.substring(0, colon).toLowerCase(Locale.ROOT),
                    text.substring(colon + 1).strip());
        }
    }

    private void header(String name, String value) {
        switch (name) {
            case "content-length" -> left = Long.parseLong(value);
            case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
            case "connection" -> closes |= value.equalsIgnoreCase("close");
            case "retry-after" -> retryAfterSeconds = value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
            default -> {
                // nothing that the load generator acts on
            }
        }
    }

    private long chunkSize() throws IOException {
        long size = 0;
        for (int i = 0; i < lineLength && line[i] != ';' && line[i] != ' '; i++) {
            int digit = Character.digit(line[i], 16);
            if (digit < 0 || size > Integer.MAX_VALUE) {
                throw new IOException("no chunk size: " + new String(line, 0, lineLength, StandardCharsets.ISO_8859_1));
            }
            size = size * 16 + digit;
        }
        return size;
    }
}
