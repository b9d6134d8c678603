package erp.assistant.chat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that ended without the provider's word that the answer is whole.
 *
 * <p>The message is made by the assistant: it holds no key, no prompt and nothing of the provider's response body but its
 * error type.
 */
public final class ProviderFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong; a closed set that metrics and rules can name. */
    public enum Kind {
        /** No connection: refused, unknown host, TLS. */
        CONNECT,
        /** The connection broke or the stream ended without a terminal event. */
        TRUNCATED,
        /** No first content in time. */
        FIRST_CONTENT_TIMEOUT,
        /** No further content in time. */
        IDLE_TIMEOUT,
        /** The deadline of the whole answer. */
        TOTAL_TIMEOUT,
        /** The response was not what the protocol says. */
        MALFORMED,
        /** 5xx, or a server error told inside a stream. */
        SERVER_ERROR,
        /** 529, or the same told inside a stream. */
        OVERLOADED,
        /** 429 that passes. */
        RATE_LIMITED,
        /** 402, or a quota that does not come back by waiting. */
        QUOTA,
        /** 401 or 403: the key is wrong or not allowed. */
        AUTHENTICATION,
        /** 404: no such model or address. */
        NOT_FOUND,
        /** 413, or more context than the model takes. */
        TOO_LARGE,
        /** 400 or 422: the request itself is refused. */
        INVALID_REQUEST,
        /** The asker has gone. */
        CANCELLED
    }

    private final Kind kind;
    private final String provider;
    private final String model;
    private final int status;
    private final boolean sent;
    private final boolean inStream;
    private final boolean contentShown;
    private final boolean late;
    private final @Nullable Duration waited;
    private final @Nullable Duration retryAfter;
    private final @Nullable Boolean shouldRetry;
    private final TokenUsage usage;
    private final String requestId;

    private ProviderFault(Builder builder) {
        super(builder.message, builder.cause);
        this.kind = builder.kind;
        this.provider = builder.provider;
        this.model = builder.model;
        this.status = builder.status;
        this.sent = builder.sent;
        this.inStream = builder.inStream;
        this.contentShown = builder.contentShown;
        this.late = builder.late;
        this.waited = builder.waited;
        this.retryAfter = builder.retryAfter;
        this.shouldRetry = builder.shouldRetry;
        this.usage = builder.usage;
        this.requestId = builder.requestId;
    }

    public static Builder of(Kind kind, String message) {
        return new Builder(kind, message);
    }

    public Kind kind() {
        return kind;
    }

    /** The provider's name as OpenTelemetry knows it, or empty. */
    public String provider() {
        return provider;
    }

    /** The model that the response named, else the one asked for, or empty. */
    public String model() {
        return model;
    }

    /** The HTTP status, 0 if there was none. */
    public int status() {
        return status;
    }

    /** Whether the request may have left; if not, the attempt has cost nothing. */
    public boolean sent() {
        return sent;
    }

    /** Whether the provider told it inside a response that had begun with status 200. */
    public boolean inStream() {
        return inStream;
    }

    /** Whether text had reached the sink before. */
    public boolean contentShown() {
        return contentShown;
    }

    /** Whether the assistant itself had no time when this was to be found out, so that it says nothing about the provider. */
    public boolean late() {
        return late;
    }

    /** How long the provider had had the request when the attempt ended, or {@code null} if that is not known. */
    public @Nullable Duration waited() {
        return waited;
    }

    /** How long the provider asks to wait, or {@code null}. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the provider says that a repetition may succeed, or {@code null} if it does not say. */
    public @Nullable Boolean shouldRetry() {
        return shouldRetry;
    }

    /** The tokens that the attempt cost all the same, as far as known. */
    public TokenUsage usage() {
        return usage;
    }

    /** The provider's id of the request, or empty. */
    public String requestId() {
        return requestId;
    }

    /** Collects a fault. */
    public static final class Builder {
        private final Kind kind;
        private final String message;
        private String provider = "";
        private String model = "";
        private int status;
        private boolean sent = true;
        private boolean inStream;
        private boolean contentShown;
        private boolean late;
        private @Nullable Duration waited;
        private @Nullable Duration retryAfter;
        private @Nullable Boolean shouldRetry;
        private TokenUsage usage = TokenUsage.NONE;
        private String requestId = "";
        private @Nullable Throwable cause;

        private Builder(Kind kind, String message) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.message = Objects.requireNonNull(message, "message");
        }

        public Builder provider(String provider, String model) {
            this.provider = provider;
            this.model = model;
            return this;
        }

        public Builder status(int status) {
            this.status = status;
            return this;
        }

        /** True unless it is said here that the request never left. */
        public Builder sent(boolean sent) {
            this.sent = sent;
            return this;
        }

        public Builder inStream(boolean inStream) {
            this.inStream = inStream;
            return this;
        }

        public Builder contentShown(boolean contentShown) {
            this.contentShown = contentShown;
            return this;
        }

        /** False unless it is said here that the assistant found it out late. */
        public Builder late(boolean late) {
            this.late = late;
            return this;
        }

        public Builder waited(@Nullable Duration waited) {
            this.waited = waited;
            return this;
        }

        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        public Builder shouldRetry(@Nullable Boolean shouldRetry) {
            this.shouldRetry = shouldRetry;
            return this;
        }

        public Builder usage(TokenUsage usage) {
            this.usage = usage;
            return this;
        }

        public Builder requestId(String requestId) {
            this.requestId = requestId;
            return this;
        }

        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        public ProviderFault build() {
            return new ProviderFault(this);
        }
    }
}
