package erp.assistant.impl.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of a body that is read whole. Used by one thread at a time. */
final class BoundedBytes {

    private static final byte[] NONE = {};
    private static final int FIRST = 512;

    private final int most;
    // Most answers are read as they come and need none.
    private byte[] bytes = NONE;
    private int length;

    BoundedBytes(int most) {
        this.most = most;
    }

    /**
     * Takes what there is room for.
     *
     * @return whether all of it was taken
     */
    boolean add(ByteBuffer more) {
        int count = Math.min(more.remaining(), most - length);
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(length + count, Math.max(FIRST, bytes.length * 2))));
        }
        more.get(bytes, length, count);
        length += count;
        return !more.hasRemaining();
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The bytes as UTF-8. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
