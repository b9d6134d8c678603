package erp.assistant.server;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the sample ERP's screens fetch, for people who are signed in at its form. */
final class ErpScreens {

    private static final String COOKIE = "LtpaToken2=";

    private final OwnServer server;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    ErpScreens(OwnServer server) {
        this.server = server;
    }

    JsonObject json(String person, String path) {
        HttpResponse<String> response = Server.send(HttpRequest.newBuilder(server.uri("/erp/api/" + path))
                .header("Cookie", cookies.computeIfAbsent(person, this::signIn))
                .build());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return Server.object(response.body());
    }

    private String signIn(String person) {
        HttpResponse<String> response = Server.send(HttpRequest.newBuilder(server.uri("/erp/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=" + person + "&j_password=" + person))
                .build());
        return response.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " is not signed in: " + response.statusCode()));
    }
}
