package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once, and some of them slow: nobody waits for another. */
class CrowdIT extends ServerTest {

    private final Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");

    @BeforeEach
    void pace() {
        PROVIDERS.primary.configure("ttft=50 gap=30 tokens=600 capmax=0");
    }

    @Test
    void aFullServerRefusesAtOnceAndThoseItHasLetInComeToTheirEnd() {
        configuration.put("assistant.admission.open-answers", "4");
        Server.configure(configuration);
        PROVIDERS.primary.configure("tokens=300");
        List<Answer> annas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            annas.add(Answer.ask("Tell me everything, " + i));
        }

        Answer fourth = Answer.ask("And this?");
        Answer carls = Answer.ask("carl", "sales-order", "4711", "And this?");
        var refused = Server.send(Answer.asking("vera", "sales-order", "4711", "And this?")
                .header("Accept", "text/event-stream")
                .build());

        assertThat(fourth.status()).as("the last place is for somebody else").isEqualTo(503);
        assertThat(carls.status()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonObject problem = Server.object(refused.body());
        assertThat(problem.getString("code")).isEqualTo("overloaded");
        assertThat(problem.getInt("retryAfter")).isEqualTo(5);
        assertThat(LeavingIT.openAnswers()).isEqualTo(4);
        assertThat(Server.get("", "/metrics").body())
                .containsPattern("assistant_open_answers\\{[^}]*} 4\\.0")
                .containsPattern("assistant_open_answers_limit\\{[^}]*} 4\\.0");
        for (Answer answer : annas) {
            assertThat(answer.whole().done().getString("status")).isEqualTo("complete");
        }
        assertThat(carls.whole().done().getString("status")).isEqualTo("complete");
        Server.await("all places to be free", () -> LeavingIT.openAnswers() == 0);
        assertThat(Answer.ask("And this?").whole().done().getString("source")).isEqualTo("primary");
    }

    /** More stalled browsers than the server has threads that read providers or write to browsers. */
    @Test
    void browsersThatTakeNothingAreGivenUpAndDelayNobody() throws IOException {
        configuration.put("assistant.stream.slow-reader", "6s");
        // A busy machine may take its time with so much text; nothing else than the browsers is to end these answers.
        configuration.put("assistant.timeout.first-content", "60s");
        configuration.put("assistant.timeout.idle", "60s");
        Server.configure(configuration);
        // 38 MB an answer: the kernel's buffers on both sides of a connection take some ten, and then it would end by
        // itself.
        PROVIDERS.primary.script(("x".repeat(1_900) + " ").repeat(20));
        PROVIDERS.primary.configure("text=script piece=2000");
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                stalled.add(stalled("Tell me very much, " + i + " [[stub gap=0 ttft=0 tokens=40000]]"));
            }
            Server.await("the providers to be held back", CrowdIT::allAreHeldBack);

            Answer other = Answer.ask("Why is it blocked? [[stub tokens=60]]").whole();

            assertThat(other.done().getString("status")).isEqualTo("complete");
            assertThat(longestGap(other)).isLessThan(Duration.ofMillis(1_500));
            Server.await(
                    "the stalled ones to be given up",
                    () -> PROVIDERS.primary.stats().clientAborts() >= 12);
            Server.await("their places to be free", () -> LeavingIT.openAnswers() == 0);
            Server.await(
                    "one log line for each",
                    () -> Server.messages().split("ends: its browser takes nothing", -1).length > 12);
            Server.await("their rows to be settled", CrowdIT::allAreSettled);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    /** On a slow machine the first may be given up before the last one is held back. */
    private static boolean allAreHeldBack() {
        var stats = PROVIDERS.primary.stats();
        return stats.blocked() + stats.clientAborts() >= 12;
    }

    private static boolean allAreSettled() {
        return Server.json("adam", "/assistant/api/v1/admin/calls?limit=12").getJsonArray("calls").stream()
                .map(row -> row.asJsonObject())
                .allMatch(row -> row.getString("state").equals("settled"));
    }

    private static Duration longestGap(Answer answer) {
        long longest = 0;
        for (int i = 1; i < answer.events.size(); i++) {
            longest = Math.max(
                    longest,
                    answer.events.get(i).nanos() - answer.events.get(i - 1).nanos());
        }
        return Duration.ofNanos(longest);
    }

    /** Asks and never reads. */
    private static Socket stalled(String question) throws IOException {
        URI uri = Server.uri("/assistant/api/v1/answers");
        String body = "{\"question\":\"" + question + "\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"}}";
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String request = String.join(
                "\r\n",
                "POST " + uri.getPath() + " HTTP/1.1",
                "Host: " + uri.getAuthority(),
                "Authorization: " + Server.basic("anna"),
                "X-Requested-With: test",
                "Accept: text/event-stream",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
