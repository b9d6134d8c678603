package erp.assistant.impl.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Dialect;
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
