package erp.assistant.impl.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.provider.Given;
import erp.assistant.impl.provider.JsonText;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesDialectTest {

    private static final String REST =
            "\"instructions\":\"Answer from the data only.\",\"input\":[{\"type\":\"message\","
                    + "\"role\":\"user\",\"content\":\"DATA [{\\\"id\\\":\\\"promisedDate\\\",\\\"label\\\":\\\"Promised\\\","
                    + "\\\"value\\\":\\\"2 May 2026\\\"}] END\\nWhen?\"}]}";

    private final ResponsesDialect dialect = new ResponsesDialect(new JsonText(JsonProvider.provider()));

    private static ProviderSettings at(String baseUrl) {
        return Given.provider(Dialect.OPENAI_RESPONSES, URI.create(baseUrl));
    }

    @Test
    void theVendorsOwnHostIsToldNotToPadAndHowToFindTheCache() {
        assertThat(dialect.body(at("https://api.openai.com"), Given.request()))
                .isEqualTo("{\"model\":\"small-1\",\"max_output_tokens\":400,\"store\":false,\"stream\":true,"
                        + "\"stream_options\":{\"include_obfuscation\":false},"
                        + "\"prompt_cache_key\":\"erp-assistant:answer/1:en\"," + REST);
    }

    @Test
    void otherHostsGetWhatAllKnow() {
        assertThat(dialect.body(at("http://127.0.0.1:8000/v1"), Given.request()))
                .isEqualTo("{\"model\":\"small-1\",\"max_output_tokens\":400,\"store\":false,\"stream\":true," + REST);
    }

    @Test
    void anAnswerThatDoesNotStreamHasNoOptionsOfStreams() {
        ProviderSettings whole = Given.asked(at("https://api.openai.com"), false, PromptCache.OFF);

        assertThat(dialect.body(whole, Given.request()))
                .isEqualTo("{\"model\":\"small-1\",\"max_output_tokens\":400,\"store\":false,\"stream\":false," + REST);
    }

    @Test
    void earlierTurnsComeBeforeTheQuestion() {
        assertThat(dialect.body(at("http://127.0.0.1:8000"), Given.afterTurns()))
                .contains("\"input\":[{\"type\":\"message\",\"role\":\"user\",\"content\":\"Who?\"},"
                        + "{\"type\":\"message\",\"role\":\"assistant\",\"content\":\"Anna.\"},"
                        + "{\"type\":\"message\",\"role\":\"user\",\"content\":\"Where?\"},"
                        + "{\"type\":\"message\",\"role\":\"assistant\",\"content\":\"Here.\"},"
                        + "{\"type\":\"message\",\"role\":\"user\",\"content\":\"DATA ");
    }

    @Test
    void theKeyIsABearerToken() {
        assertThat(dialect.headers(at("https://api.openai.com")))
                .isEqualTo(Map.of("authorization", "Bearer " + Given.KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com, https://api.openai.com/v1/responses",
        "https://firm.openai.azure.com/openai/v1, https://firm.openai.azure.com/openai/v1/responses",
        "https://gateway.example/team/openai, https://gateway.example/team/openai/v1/responses"
    })
    void theAddressIsBelowTheBaseUrl(String baseUrl, URI endpoint) {
        assertThat(dialect.endpoint(at(baseUrl))).isEqualTo(endpoint);
    }
}
