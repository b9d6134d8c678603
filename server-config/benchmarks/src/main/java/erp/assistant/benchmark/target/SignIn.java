package erp.assistant.benchmark.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Signs in at the sample ERP's form and keeps the single sign-on cookie, as a browser does. */
final class SignIn {

    private static final String COOKIE = "LtpaToken2=";

    private SignIn() {}

    /** The cookie of a person whose password is the name. */
    static String at(URI server, String person) {
        HttpRequest form = HttpRequest.newBuilder(server.resolve("/erp/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=" + person + "&j_password=" + person))
                .build();
        try {
            HttpResponse<Void> response = HttpClient.newHttpClient().send(form, HttpResponse.BodyHandlers.discarding());
            return response.headers().allValues("set-cookie").stream()
                    .filter(cookie -> cookie.startsWith(COOKIE))
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No sign-on cookie for " + person + ": status " + response.statusCode()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
