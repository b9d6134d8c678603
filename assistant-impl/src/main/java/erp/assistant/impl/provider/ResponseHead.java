package erp.assistant.impl.provider;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
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
        String requestId,
        @Nullable Duration retryAfter) {

    static final ResponseHead NONE = new ResponseHead(0, false, "", null);

    static ResponseHead of(HttpResponse.ResponseInfo info, Clock clock) {
        HttpHeaders headers = info.headers();
        String type = headers.firstValue("content-type").orElse("").strip().toLowerCase(Locale.ROOT);
        String id = headers.firstValue("request-id")
                .or(() -> headers.firstValue("x-request-id"))
                .orElse("");
        return new ResponseHead(
                info.statusCode(),
                type.equals("text/event-stream") || type.startsWith("text/event-stream;"),
                SafeText.name(id),
                RetryAfter.in(headers, clock));
    }

    boolean refused() {
        return status >= 300;
    }
}
