package erp.assistant.web;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of {@code POST /admin/rerate}.
 *
 * @param apply false to see what would change
 * @param prices the fingerprint of the prices that were previewed, or empty to take those in force, whichever they are
 */
record RerateRequest(boolean apply, String prices) {

    private static final String EXAMPLE = "{\"apply\": false}";

    static RerateRequest read(InputStream body) throws IOException {
        return parse(JsonBody.text(body, "Send " + EXAMPLE + "."));
    }

    static RerateRequest parse(String body) {
        JsonBody json = JsonBody.parse(body, EXAMPLE);
        return new RerateRequest(json.requiredFlag("apply"), json.optional("prices"));
    }
}
