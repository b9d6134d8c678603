package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The circuit breaker in the server, at the request volume that the test server's configuration sets. */
class BreakerIT extends ServerTest {

    private static final int REQUEST_VOLUME = 40;

    private static String source(Answer answer) {
        return answer.done().getString("source");
    }

    private static Answer ask() {
        return Answer.ask("Why is it blocked?").whole();
    }

    @Test
    void aPrimaryThatKeepsFailingIsLeftAloneForAWhileAndAskedAgainAfterIt() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
        // A refused key is not tried twice, so that each answer is one request.
        PROVIDERS.primary.configure("failn=" + REQUEST_VOLUME + " fails=401");
        for (int i = 1; i <= REQUEST_VOLUME; i++) {
            assertThat(source(ask())).isEqualTo("backup");
            assertThat(PROVIDERS.primary.stats().requests()).as("still asked").isEqualTo(i);
        }

        List<Answer> whileOpen = List.of(ask(), ask());

        assertThat(PROVIDERS.primary.stats().requests()).as("asked while open").isEqualTo(REQUEST_VOLUME);
        assertThat(whileOpen).extracting(BreakerIT::source).containsOnly("backup");
        assertThat(whileOpen)
                .allSatisfy(answer -> assertThat(answer.ledger())
                        .singleElement()
                        .extracting(row -> row.getString("slot"))
                        .isEqualTo("backup"));

        Server.await("the primary to be asked again", () -> source(ask()).equals("primary"));
    }
}
