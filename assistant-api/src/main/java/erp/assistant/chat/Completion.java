package erp.assistant.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How an answer ended, by the word of whoever gave it.
 *
 * @param provider the provider's name as OpenTelemetry knows it, such as {@code anthropic}; {@code offline} for none
 * @param model the model that the response names, which may differ from the one asked for
 * @param requestId the provider's id of the request, or empty; of an answer from the cache the id of the answer that it repeats
 * @param cachedAt of an answer from the cache: when the answer that it repeats ended
 * @param calls what is to be looked up; none unless that is the reason
 */
public record Completion(
        Reason reason,
        Source source,
        String provider,
        String model,
        TokenUsage usage,
        String requestId,
        Optional<Instant> cachedAt,
        List<Lookups.Call> calls) {

    /** Why the answer ended. */
    public enum Reason {
        /** The model had said all. */
        END,
        /** The output cap or the context was reached. */
        LENGTH,
        /** The model or the provider declined. */
        REFUSAL,
        /** The stream broke off after text had been shown. */
        TRUNCATED,
        /** The asker stopped it. */
        STOPPED,
        /** A time budget ended after text had been shown. */
        TIMEOUT,
        /** The model wants something looked up before it goes on; never the end of a whole answer. */
        LOOKUP;

        /** Whether the answer is whole. */
        public boolean complete() {
            return this == END;
        }
    }

    /** Who answered. */
    public enum Source {
        PRIMARY,
        BACKUP,
        OFFLINE,
        CACHE
    }

    public Completion {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(cachedAt, "cachedAt");
        calls = List.copyOf(calls);
        if (calls.isEmpty() == (reason == Reason.LOOKUP)) {
            throw new IllegalArgumentException(reason + " with " + calls.size() + " calls");
        }
    }

    /** An answer that is given for the first time, without calls. */
    public Completion(Reason reason, Source source, String provider, String model, TokenUsage usage, String requestId) {
        this(reason, source, provider, model, usage, requestId, Optional.empty(), List.of());
    }

    public Completion from(Source source) {
        return new Completion(reason, source, provider, model, usage, requestId, cachedAt, calls);
    }
}
