package erp.assistant.impl.provider;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a response's head says.
 *
 * @param status 0 if none has arrived
 */
record ResponseHead(
        int status,
        boolean eventStream,
        boolean json,
        String requestId,
        @Nullable Duration retryAfter,
        @Nullable Boolean shouldRetry) {

    static final ResponseHead NONE = new ResponseHead(0, false, false, "", null, null);

    static ResponseHead of(int status, HttpHeaders headers, Clock clock) {
        String contentType = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        String type = contentType.split(";", 2)[0].strip();
        String id = headers.firstValue("request-id")
                .or(() -> headers.firstValue("x-request-id"))
                .orElse("");
        return new ResponseHead(
                status,
                type.equals("text/event-stream"),
                type.equals("application/json"),
                SafeText.name(id),
                RetryAfter.in(headers, status, clock),
                shouldRetry(headers));
    }

    /** What both vendors' own clients obey before any rule of theirs; {@code null} if it is not told. */
    private static @Nullable Boolean shouldRetry(HttpHeaders headers) {
        return switch (headers.firstValue("x-should-retry").orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    boolean refused() {
        return status >= 300;
    }
}
