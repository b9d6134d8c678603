package erp.assistant.impl.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts the bytes of an event stream into events, wherever the network cut them.
 *
 * <p>Follows "Interpreting an event stream" of the WHATWG HTML standard: lines end in LF, CR or CR LF; a byte order mark and
 * comments are passed over; several data lines are joined by LF; an event without data, or one that the stream's end cuts
 * off, is none. The fields {@code id} and {@code retry} are passed over, for nothing is ever resumed. Used by one thread at a
 * time.
 */
final class SseReader {

    /** Takes the events. */
    @FunctionalInterface
    interface Handler {
        /**
         * Takes one event.
         *
         * @param data holds the event's data, in UTF-8, from its beginning; belongs to the reader
         * @return whether to go on reading
         */
        boolean event(String name, byte[] data, int length);
    }

    /** More bytes than this in one event are no answer of a language model. */
    static final int MOST_EVENT_BYTES = 4 * 1024 * 1024;

    private static final int INITIAL = 512;
    private static final int KEPT = 32 * 1024;
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Handler handler;

    private byte[] line = new byte[INITIAL];
    private int lineLength;
    private byte[] data = new byte[INITIAL];
    private int dataLength;
    private boolean hasData;
    private String name = "";
    private String lastName = "";
    private boolean afterCarriageReturn;
    private boolean firstLine = true;

    SseReader(Handler handler) {
        this.handler = handler;
    }

    /**
     * Reads all bytes, or fewer if the handler says stop.
     *
     * @throws MalformedStreamException if an event is longer than {@link #MOST_EVENT_BYTES}
     */
    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int at = bytes.position();
            boolean lineFeedOfPair = afterCarriageReturn && bytes.get(at) == '\n';
            afterCarriageReturn = false;
            if (lineFeedOfPair) {
                bytes.position(at + 1);
                continue;
            }
            int end = endOfLine(bytes, at);
            append(bytes, end - at);
            if (bytes.hasRemaining()) {
                afterCarriageReturn = bytes.get() == '\r';
                if (!endOfLine()) {
                    return;
                }
            }
        }
    }

    /** The index of the next line's end, or the limit. */
    private static int endOfLine(ByteBuffer bytes, int from) {
        int limit = bytes.limit();
        for (int i = from; i < limit; i++) {
            byte b = bytes.get(i);
            if (b == '\n' || b == '\r') {
                return i;
            }
        }
        return limit;
    }

    private void append(ByteBuffer bytes, int count) {
        if (lineLength + count > line.length) {
            line = grown(line, lineLength + count, dataLength);
        }
        bytes.get(line, lineLength, count);
        lineLength += count;
    }

    /** @param others bytes of the event that are held elsewhere */
    private static byte[] grown(byte[] full, int needed, int others) {
        if (needed + others > MOST_EVENT_BYTES) {
            throw new MalformedStreamException("an event is longer than " + MOST_EVENT_BYTES + " bytes");
        }
        return Arrays.copyOf(full, Math.max(needed, full.length * 2));
    }

    private boolean endOfLine() {
        int start = firstLine && startsWith(BYTE_ORDER_MARK, 0) ? BYTE_ORDER_MARK.length : 0;
        firstLine = false;
        if (lineLength == start) {
            lineLength = 0;
            return dispatch();
        }
        field(start);
        lineLength = 0;
        return true;
    }

    private void field(int start) {
        int colon = start;
        while (colon < lineLength && line[colon] != ':') {
            colon++;
        }
        int value = Math.min(lineLength, colon + 1);
        if (value < lineLength && line[value] == ' ') {
            value++;
        }
        int length = colon - start;
        if (length == DATA.length && startsWith(DATA, start)) {
            appendData(value);
        } else if (length == EVENT.length && startsWith(EVENT, start)) {
            name = nameFrom(value);
        }
    }

    private void appendData(int from) {
        int count = lineLength - from;
        int needed = dataLength + count + 1;
        if (needed > data.length) {
            data = grown(data, needed, 0);
        }
        if (hasData) {
            data[dataLength++] = '\n';
        }
        System.arraycopy(line, from, data, dataLength, count);
        dataLength += count;
        hasData = true;
    }

    /** Most events of a stream have the same name: one string is enough for them. */
    private String nameFrom(int from) {
        int length = lineLength - from;
        boolean same = length == lastName.length();
        for (int i = 0; same && i < length; i++) {
            same = line[from + i] == lastName.charAt(i);
        }
        if (!same) {
            lastName = new String(line, from, length, StandardCharsets.UTF_8);
        }
        return lastName;
    }

    private boolean dispatch() {
        boolean goOn = true;
        if (dataLength > 0) {
            goOn = handler.event(name, data, dataLength);
        }
        name = "";
        dataLength = 0;
        hasData = false;
        if (data.length > KEPT) {
            data = new byte[INITIAL];
        }
        if (line.length > KEPT) {
            line = new byte[INITIAL];
        }
        return goOn;
    }

    private boolean startsWith(byte[] word, int at) {
        return lineLength - at >= word.length && Arrays.equals(line, at, at + word.length, word, 0, word.length);
    }
}
