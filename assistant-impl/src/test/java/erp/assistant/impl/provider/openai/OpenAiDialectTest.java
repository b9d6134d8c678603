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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiDialectTest {

    private static final String MESSAGES =
            "\"messages\":[{\"role\":\"system\",\"content\":\"Answer from the data only.\"},"
                    + "{\"role\":\"user\",\"content\":\"DATA [{\\\"id\\\":\\\"promisedDate\\\",\\\"label\\\":\\\"Promised\\\","
                    + "\\\"value\\\":\\\"2 May 2026\\\"}] END\\nWhen?\"}]}";

    private final OpenAiDialect dialect = new OpenAiDialect(new JsonText(JsonProvider.provider()));

    private static ProviderSettings at(String baseUrl) {
        return Given.provider(Dialect.OPENAI, URI.create(baseUrl));
    }

    @Test
    void theVendorsOwnHostGetsItsNewerFields() {
        assertThat(dialect.body(at("https://api.openai.com"), Given.request()))
                .isEqualTo("{\"model\":\"small-1\",\"max_completion_tokens\":400,\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true,\"include_obfuscation\":false},"
                        + "\"prompt_cache_key\":\"erp-assistant:answer/1:en\"," + MESSAGES);
    }

    @Test
    void noCacheKeyIsSentIfCachingIsSwitchedOff() {
        ProviderSettings off = Given.asked(at("https://api.openai.com"), true, PromptCache.OFF);

        assertThat(dialect.body(off, Given.request())).doesNotContain("prompt_cache_key");
    }

    @Test
    void anAnswerThatDoesNotStreamHasNoOptionsOfStreams() {
        ProviderSettings whole = Given.asked(at("http://127.0.0.1:11434"), false, PromptCache.FIVE_MINUTES);

        assertThat(dialect.body(whole, Given.request()))
                .isEqualTo("{\"model\":\"small-1\",\"max_tokens\":400,\"stream\":false," + MESSAGES);
    }

    @Test
    void earlierTurnsComeBetweenTheInstructionsAndTheQuestion() {
        assertThat(dialect.body(at("http://127.0.0.1:11434"), Given.afterTurns()))
                .contains("{\"role\":\"system\",\"content\":\"Answer from the data only.\"},"
                        + "{\"role\":\"user\",\"content\":\"Who?\"},{\"role\":\"assistant\",\"content\":\"Anna.\"},"
                        + "{\"role\":\"user\",\"content\":\"Where?\"},{\"role\":\"assistant\",\"content\":\"Here.\"},"
                        + "{\"role\":\"user\",\"content\":\"DATA ");
    }

    @Test
    void azureGetsTheNewerCapButNotWhatItDoesNotKnow() {
        assertThat(dialect.body(at("https://firm.openai.azure.com/openai/v1"), Given.request()))
                .startsWith("{\"model\":\"small-1\",\"max_completion_tokens\":400,\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true},");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:11434",
        "https://api.mistral.ai/v1",
        "https://openai.com.evil.example",
        "https://myopenai.com"
    })
    void otherHostsGetWhatAllKnow(String baseUrl) {
        assertThat(dialect.body(at(baseUrl), Given.request()))
                .isEqualTo("{\"model\":\"small-1\",\"max_tokens\":400,\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true}," + MESSAGES);
    }

    @Test
    void theKeyIsABearerToken() {
        assertThat(dialect.headers(at("https://api.openai.com")))
                .isEqualTo(Map.of("authorization", "Bearer " + Given.KEY));
    }

    @Test
    void aProviderWithoutKeyGetsNone() {
        ProviderSettings open =
                Given.provider(Dialect.OPENAI, URI.create("http://127.0.0.1:11434"), Optional.empty(), Map.of());

        assertThat(dialect.headers(open)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com, https://api.openai.com/v1/chat/completions",
        "https://firm.openai.azure.com/openai/v1, https://firm.openai.azure.com/openai/v1/chat/completions"
    })
    void theAddressIsBelowTheBaseUrl(String baseUrl, URI endpoint) {
        assertThat(dialect.endpoint(at(baseUrl))).isEqualTo(endpoint);
    }
}
