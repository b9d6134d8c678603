package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Switches that an admin turns on one server, and how soon another one on the same PostgreSQL obeys. */
class SwitchesIT {

    private static final Duration PROMISED = Duration.ofSeconds(10);

    /** @param bystander what it leaves alone */
    private record Turned(String kind, String name, Asked asked, Asked bystander) {}

    /** A question that a switch is about. */
    private record Asked(String user, String type, String id, String action) {}

    private static final Asked WHY_BLOCKED = new Asked("anna", "sales-order", "4711", "why-blocked");
    private static final Asked ORDER = new Asked("anna", "sales-order", "4711", "");
    private static final Asked CUSTOMER = new Asked("anna", "customer", "10017", "");

    @Test
    void eachKindOfSwitchHoldsOnTheOtherServerWithinTenSecondsWhileItIsAskedAllTheTime() {
        try (TwoServers both = new TwoServers("switches", Map.of("assistant.rate.per-user-minute", "1000"))) {
            for (Turned each : List.of(
                    new Turned("capability", "sales-order.why-blocked", WHY_BLOCKED, ORDER),
                    new Turned("entity", "sales-order", ORDER, CUSTOMER),
                    new Turned("assistant", "", ORDER, CUSTOMER))) {
                assertThat(isOff(both.other, each.asked())).as("before " + each).isFalse();

                turn(both.one, each, true);
                Duration off = until(both.other, each.asked(), true);
                assertThat(isOff(both.one, each.asked()))
                        .as("where it was turned")
                        .isTrue();
                assertThat(isOff(both.other, each.bystander()))
                        .as("what %s is not about", each)
                        .isEqualTo(each.kind().equals("assistant"));
                long asked = both.provider.stats().requests();
                assertThat(isOff(both.other, each.asked())).isTrue();
                assertThat(both.provider.stats().requests())
                        .as("what is off asks no provider")
                        .isEqualTo(asked);

                turn(both.other, each, false);
                Duration on = until(both.one, each.asked(), false);
                System.out.printf(
                        "%s %s: off on the other server after %d ms, on again after %d ms%n",
                        each.kind(), each.name(), off.toMillis(), on.toMillis());
            }
        }
    }

    /** How long it is asked until it is as wanted; at most as long as is promised. */
    private static Duration until(OwnServer server, Asked asked, boolean off) {
        long since = System.nanoTime();
        Server.await("switched " + (off ? "off" : "on"), PROMISED, () -> isOff(server, asked) == off);
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void turn(OwnServer server, Turned turned, boolean off) {
        HttpResponse<String> response = post(
                server,
                "adam",
                "/assistant/api/v1/admin/switches",
                Json.createObjectBuilder()
                        .add("kind", turned.kind())
                        .add("name", turned.name())
                        .add("off", off)
                        .add("reason", "A test.")
                        .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static boolean isOff(OwnServer server, Asked asked) {
        HttpResponse<String> response = post(
                server,
                asked.user(),
                "/assistant/api/v1/answers",
                Json.createObjectBuilder()
                        .add("question", "Why is it blocked?")
                        .add("action", asked.action())
                        .add(
                                "record",
                                Json.createObjectBuilder()
                                        .add("type", asked.type())
                                        .add("id", asked.id()))
                        .build());
        if (response.statusCode() == 200) {
            return false;
        }
        assertThat(Server.object(response.body()).getString("code")).isEqualTo("switched-off");
        return true;
    }

    private static HttpResponse<String> post(OwnServer server, String user, String path, JsonObject body) {
        return Server.send(HttpRequest.newBuilder(server.uri(path))
                .header("X-Requested-With", "test")
                .header("Authorization", Server.basic(user))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }
}
