package erp.assistant.stub;

import java.time.Instant;

/** The headers by which a refused request is told whether and when to try again. */
final class Advice {

    private Advice() {}

    /** Header lines, each ended by CR LF. */
    static String headers(StubSettings settings) {
        StringBuilder lines = new StringBuilder();
        if (settings.whole(Setting.RETRYAFTER) >= 0) {
            line(lines, "retry-after", settings.whole(Setting.RETRYAFTER));
        }
        if (settings.whole(Setting.RETRYAFTERMS) >= 0) {
            line(lines, "retry-after-ms", settings.whole(Setting.RETRYAFTERMS));
        }
        if (settings.whole(Setting.SHOULDRETRY) >= 0) {
            line(lines, "x-should-retry", settings.on(Setting.SHOULDRETRY));
        }
        int reset = settings.whole(Setting.LIMITRESET);
        if (reset >= 0) {
            line(lines, "anthropic-ratelimit-requests-remaining", 0);
            line(lines, "anthropic-ratelimit-requests-reset", Instant.now().plusSeconds(reset));
            line(lines, "x-ratelimit-remaining-requests", 0);
            line(lines, "x-ratelimit-reset-requests", reset + "s");
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, Object value) {
        lines.append(name).append(": ").append(value).append("\r\n");
    }
}
