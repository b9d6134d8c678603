package erp.assistant.impl.cache;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A whole answer, as a provider gave it.
 *
 * @param call identifies the answer that was given
 * @param text never empty
 */
record CachedAnswer(UUID call, String text, String provider, String model, Instant storedAt) {
    CachedAnswer {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(storedAt, "storedAt");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty answer is not kept");
        }
    }
}
