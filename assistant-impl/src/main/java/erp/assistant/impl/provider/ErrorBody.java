package erp.assistant.impl.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first 64 KiB of a refusal's body, of which only the error's type and code are ever used. */
final class ErrorBody {

    private static final int MOST = 64 * 1024;

    private byte[] bytes = new byte[512];
    private int length;

    /**
     * Takes what there is room for.
     *
     * @return whether there is room for more
     */
    boolean add(ByteBuffer more) {
        int count = Math.min(more.remaining(), MOST - length);
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
        more.get(bytes, length, count);
        length += count;
        return length < MOST;
    }

    /** The provider's words, or none if the body is not JSON: a gateway's page may stand before the provider. */
    ErrorWord word(JsonText json) {
        try {
            return ErrorWord.in(json.object(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        } catch (MalformedStreamException e) {
            return ErrorWord.NONE;
        }
    }
}
