package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one server remembers, and another one on the same PostgreSQL knows. */
class SharedMemoryIT {

    private static JsonObject ask(OwnServer server, String user, String question, String conversation) {
        String body = Json.createObjectBuilder()
                .add("question", question)
                .add(
                        "record",
                        Json.createObjectBuilder().add("type", "sales-order").add("id", "4711"))
                .add("conversation", conversation)
                .build()
                .toString();
        return Server.object(Server.send(HttpRequest.newBuilder(server.uri("/assistant/api/v1/answers"))
                        .header("X-Requested-With", "test")
                        .header("Authorization", Server.basic(user))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
    }

    private static BigDecimal saved(OwnServer server) {
        return new BigDecimal(server.json("adam", "/assistant/api/v1/admin/metrics")
                .getJsonObject("cost")
                .getString("saved"));
    }

    @Test
    void anAnswerOfOneServerIsRepeatedByTheOtherForWhoMaySeeTheSameAndAConversationGoesOnThere() {
        try (TwoServers both = new TwoServers("memory", Map.of("assistant.cache.shared", "true"))) {
            JsonObject first = ask(both.one, "anna", "Why is it blocked?", "");
            Instant answered = Instant.now();
            Server.await(
                    "the shared answer",
                    Duration.ofSeconds(20),
                    () -> both.number("SELECT COUNT(*) FROM cached_answer") == 1);
            long asked = both.provider.stats().requests();

            JsonObject repeated = ask(both.other, "anna", "Why is it blocked?", "");

            assertThat(repeated.getString("source")).isEqualTo("cache");
            assertThat(repeated.getString("text")).isEqualTo(first.getString("text"));
            assertThat(Instant.parse(repeated.getString("cachedAt"))).isBefore(answered.plusSeconds(1));
            assertThat(repeated.getJsonObject("cost").getString("amount")).isEqualTo("0.00");
            assertThat(both.provider.stats().requests()).isEqualTo(asked);
            Server.await(
                    "what it saved",
                    Duration.ofMinutes(2),
                    () -> saved(both.other).signum() > 0);
            assertThat(ask(both.other, "vera", "Why is it blocked?", "").getString("source"))
                    .as("the warehouse sees less")
                    .isEqualTo("primary");
            assertThat(both.number("SELECT COUNT(*) FROM cached_answer WHERE sealed LIKE '%order%'"))
                    .isZero();

            JsonObject second = ask(both.other, "anna", "And since when?", first.getString("conversation"));
            JsonObject third = ask(both.one, "anna", "And until when?", first.getString("conversation"));
            assertThat(second.getInt("earlierTurns")).isEqualTo(1);
            assertThat(third.getInt("earlierTurns")).isEqualTo(2);
        }
    }
}
