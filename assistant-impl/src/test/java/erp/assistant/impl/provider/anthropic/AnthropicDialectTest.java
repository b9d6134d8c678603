package erp.assistant.impl.provider.anthropic;

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

class AnthropicDialectTest {

    private final AnthropicDialect dialect = new AnthropicDialect(new JsonText(JsonProvider.provider()));
    private final ProviderSettings provider =
            Given.provider(Dialect.ANTHROPIC, URI.create("https://api.anthropic.com"));

    @Test
    void theRequestIsWordedAsTheMessagesApiWantsIt() {
        assertThat(dialect.body(provider, Given.request()))
                .isEqualTo("{\"model\":\"small-1\",\"max_tokens\":400,\"stream\":true,"
                        + "\"system\":[{\"type\":\"text\",\"text\":\"Answer from the data only.\","
                        + "\"cache_control\":{\"type\":\"ephemeral\"}}],"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"DATA [{\\\"id\\\":\\\"promisedDate\\\","
                        + "\\\"label\\\":\\\"Promised\\\",\\\"value\\\":\\\"2 May 2026\\\"}] END\\nWhen?\"}]}");
    }

    @Test
    void anHourIsAskedForByItsName() {
        ProviderSettings hour = Given.asked(provider, true, PromptCache.ONE_HOUR);

        assertThat(dialect.body(hour, Given.request()))
                .contains("\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}");
    }

    @Test
    void nothingIsKeptIfItIsSwitchedOff() {
        ProviderSettings off = Given.asked(provider, true, PromptCache.OFF);

        assertThat(dialect.body(off, Given.afterTurns())).doesNotContain("cache_control");
    }

    @Test
    void earlierTurnsComeBeforeTheQuestionAndTheirEndIsKept() {
        assertThat(dialect.body(provider, Given.afterTurns()))
                .contains("\"messages\":[{\"role\":\"user\",\"content\":\"Who?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Anna.\"},{\"role\":\"user\",\"content\":\"Where?\"},"
                        + "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Here.\","
                        + "\"cache_control\":{\"type\":\"ephemeral\"}}]},{\"role\":\"user\",\"content\":\"DATA ");
    }

    @Test
    void anAnswerThatDoesNotStreamIsAskedForSo() {
        ProviderSettings whole = Given.asked(provider, false, PromptCache.OFF);

        assertThat(dialect.body(whole, Given.request())).contains("\"stream\":false");
    }

    @Test
    void theKeyAndTheVersionAreHeaders() {
        assertThat(dialect.headers(provider))
                .containsExactlyInAnyOrderEntriesOf(Map.of("x-api-key", Given.KEY, "anthropic-version", "2023-06-01"));
    }

    @Test
    void aProviderWithoutKeyGetsNone() {
        ProviderSettings open = Given.provider(Dialect.ANTHROPIC, provider.baseUrl(), Optional.empty(), Map.of());

        assertThat(dialect.headers(open)).containsOnlyKeys("anthropic-version");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.anthropic.com, https://api.anthropic.com/v1/messages",
        "https://gateway.example/anthropic/v1, https://gateway.example/anthropic/v1/messages",
        "http://127.0.0.1:18001/, http://127.0.0.1:18001/v1/messages"
    })
    void theAddressIsBelowTheBaseUrl(URI baseUrl, URI endpoint) {
        assertThat(dialect.endpoint(Given.provider(Dialect.ANTHROPIC, baseUrl))).isEqualTo(endpoint);
    }
}
