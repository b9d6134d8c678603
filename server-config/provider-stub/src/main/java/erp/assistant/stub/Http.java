package erp.assistant.stub;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A complete HTTP/1.1 response as text. */
final class Http {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private Http() {}

    /** @param headers further header lines, each ended by CR LF */
    static String response(int status, String type, String body, String headers) {
        return "HTTP/1.1 " + status + " Stub\r\nContent-Type: " + type + "\r\nContent-Length: " + utf8Length(body)
                + "\r\n" + headers + "\r\n" + body;
    }

    /** As RFC 9110 writes dates, in English and with two digits for the day. */
    static String date(ZonedDateTime moment) {
        return DATE.format(moment);
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
