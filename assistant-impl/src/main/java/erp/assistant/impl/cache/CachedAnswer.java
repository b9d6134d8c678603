package erp.assistant.impl.cache;

import java.time.Instant;
import java.util.Objects;

/**
 * A whole answer, as a provider gave it.
 *
 * @param text never empty
 */
record CachedAnswer(String text, String provider, String model, Instant storedAt) {
    CachedAnswer {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(storedAt, "storedAt");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty answer is not kept");
        }
    }
}
