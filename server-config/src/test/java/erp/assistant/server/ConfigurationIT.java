package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server whose admin has made mistakes. */
class ConfigurationIT {

    private static final String KEY = "sk-mistaken-canary-" + "u5Rw1Hc6";

    private static final OwnServer SERVER = new OwnServer("misconfigured");

    @BeforeAll
    static void startWithMistakes() {
        SERVER.start(Map.of(
                "ASSISTANT_PROVIDER_PRIMARY_DIALECT",
                "gemini",
                "ASSISTANT_PROVIDER_PRIMARY_API_KEY",
                KEY,
                "ASSISTANT_PROVIDER_PRIMARY_BASE_URL",
                "https://provider.invalid/v1?key=" + KEY,
                "ASSISTANT_PROVIDER_PRIMARY_HEADERS",
                "Authorization " + KEY,
                "ASSISTANT_TIMEOUT_IDLE",
                "soon"));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void oneMessageNamesEachWrongKeyItsSourceAndWhatIsAllowed() {
        String log = SERVER.file("messages.log");

        assertThat(log.split("The assistant's configuration is wrong in 4 places:", -1))
                .hasSize(2);
        assertThat(log).contains("""
                :
                  assistant.provider.primary.dialect = 'gemini' (from EnvConfigSource): must be anthropic, openai, openai-responses or offline
                """);
        assertThat(log).contains("""

                  assistant.timeout.idle = 'soon' (from EnvConfigSource): must be 100ms to 5m
                The assistant does not start; other applications are not affected.
                """);
    }

    @Test
    void theMessageIsOnTheConsoleAndNotUnderAStackTrace() {
        List<String> console = SERVER.file("console.log").lines().toList();

        int message = console.indexOf("[ERROR   ] The assistant's configuration is wrong in 4 places:");
        assertThat(message).as("the message's line").isPositive();
        assertThat(console).noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void theAssistantDoesNotStart() {
        assertThat(SERVER.file("messages.log")).contains("CWWKZ0012I: The application assistant was not started.");
        assertThat(SERVER.status("/assistant/api/v1/admin/config")).isEqualTo(404);
        assertThat(SERVER.status("/assistant/ui/erp-assistant.js")).isEqualTo(404);
    }

    @Test
    void theErpWorksAsBefore() {
        Server.await(
                "the ERP to start", () -> SERVER.file("messages.log").contains("CWWKZ0001I: Application erp started"));
        assertThat(SERVER.status("/erp/")).isEqualTo(200);
    }

    @Test
    void aKeyIsInNoLogWhereverTheAdminHasPutIt() {
        assertThat(SERVER.logs().contains(KEY)).as("the key is in a log").isFalse();
    }
}
