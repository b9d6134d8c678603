package erp.assistant.impl.provider;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The first 64 KiB of a body that tells an error, of which only the error's type and code are ever used. */
final class ErrorBody {

    private static final int MOST = 64 * 1024;

    private final BoundedBytes bytes = new BoundedBytes(MOST);

    /**
     * Takes what there is room for.
     *
     * @return whether all of it was taken
     */
    boolean add(ByteBuffer more) {
        return bytes.add(more);
    }

    /** The provider's words, or none if the body is not JSON: a gateway's page may stand before the provider. */
    ErrorWord word(JsonText json) {
        try {
            return ErrorWord.in(json.object(bytes.text()));
        } catch (MalformedStreamException e) {
            return ErrorWord.NONE;
        }
    }

    /** The same for a body that may be anything: empty if it does not say that it is an error. */
    Optional<ErrorWord> error(JsonText json) {
        try {
            JsonObject body = json.object(bytes.text());
            return ErrorWord.isError(body) ? Optional.of(ErrorWord.in(body)) : Optional.empty();
        } catch (MalformedStreamException e) {
            return Optional.empty();
        }
    }
}
