package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedbackIT extends ServerTest {

    @BeforeEach
    void providers() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
    }

    private static HttpResponse<String> rate(String user, String answer, String body) {
        return Server.send(Server.request(user, "/assistant/api/v1/answers/" + answer + "/feedback")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void anAskerRatesAnAnswerAndChangesTheRating() {
        String answer = Answer.ask("Why is it blocked?").whole().id();

        HttpResponse<String> up = rate("anna", answer, "{\"rating\":\"up\"}");
        HttpResponse<String> down = rate("anna", answer, "{\"rating\":\"down\",\"reason\":\"The date is wrong.\"}");

        assertThat(up.statusCode()).isEqualTo(204);
        assertThat(up.body()).isEmpty();
        assertThat(down.statusCode()).isEqualTo(204);
    }

    @Test
    void anAnswerOfSomebodyElseLooksLikeOneThatDoesNotExist() {
        String answer = Answer.ask("Why is it blocked?").whole().id();

        HttpResponse<String> foreign = rate("carl", answer, "{\"rating\":\"down\"}");
        HttpResponse<String> unknown = rate("carl", UUID.randomUUID().toString(), "{\"rating\":\"down\"}");
        HttpResponse<String> noId = rate("carl", "4711", "{\"rating\":\"down\"}");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body()).isEqualTo(noId.body());
        assertThat(Server.object(foreign.body()).getString("detail"))
                .isEqualTo("There is no such answer: it was never given, or it is not yours.");
    }

    @Test
    void aBadRatingIsToldWhatToMend() {
        HttpResponse<String> response = rate("anna", UUID.randomUUID().toString(), "{\"rating\":\"great\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Server.object(response.body()).getString("detail")).startsWith("The rating must be up or down");
    }

    @Test
    void nobodyRatesWithoutSigningInOrFromAnotherSite() {
        String path = "/assistant/api/v1/answers/" + UUID.randomUUID() + "/feedback";
        HttpRequest crossSite = HttpRequest.newBuilder(Server.uri(path))
                .header("Authorization", Server.basic("anna"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"rating\":\"up\"}"))
                .build();

        assertThat(rate("", UUID.randomUUID().toString(), "{\"rating\":\"up\"}").statusCode())
                .isEqualTo(401);
        assertThat(Server.send(crossSite).statusCode()).isEqualTo(403);
    }
}
