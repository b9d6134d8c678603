package erp.assistant.stub;

import java.nio.charset.StandardCharsets;

/** A complete HTTP/1.1 response as text. */
final class Http {

    private Http() {}

    /** @param headers further header lines, each ended by CR LF */
    static String response(int status, String type, String body, String headers) {
        return "HTTP/1.1 " + status + " Stub\r\nContent-Type: " + type + "\r\nContent-Length: " + utf8Length(body)
                + "\r\n" + headers + "\r\n" + body;
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
