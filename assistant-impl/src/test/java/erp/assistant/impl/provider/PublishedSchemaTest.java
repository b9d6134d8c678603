package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ChatRequest;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.provider.anthropic.AnthropicDialect;
import erp.assistant.impl.provider.openai.OpenAiDialect;
import erp.assistant.impl.provider.openai.ResponsesDialect;
import erp.assistant.stub.ProviderStub;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests are what the vendors publish, and so is what the provider stub answers. */
class PublishedSchemaTest {

    private static final JsonText JSON = new JsonText(JsonProvider.provider());

    static WireDialect wire(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC -> new AnthropicDialect(JSON);
            case OPENAI -> new OpenAiDialect(JSON);
            case OPENAI_RESPONSES -> new ResponsesDialect(JSON);
            case OFFLINE -> throw new IllegalArgumentException("no wire dialect");
        };
    }

    private static String body(
            Dialect dialect, String baseUrl, boolean streaming, PromptCache cache, ChatRequest request) {
        ProviderSettings provider = Given.asked(Given.provider(dialect, URI.create(baseUrl)), streaming, cache);
        return wire(dialect).body(provider, request);
    }

    static Stream<Arguments> requests() {
        return Stream.of(Dialect.ANTHROPIC, Dialect.OPENAI, Dialect.OPENAI_RESPONSES)
                .flatMap(dialect -> Stream.of(
                                "https://api.openai.com",
                                "https://firm.openai.azure.com/openai/v1",
                                "http://127.0.0.1:1")
                        .flatMap(base -> Stream.of(true, false)
                                .flatMap(streaming -> Stream.of(PromptCache.values())
                                        .flatMap(cache -> Stream.of(
                                                        Given.request(),
                                                        Given.afterTurns(),
                                                        Given.afterLookups(true),
                                                        Given.afterLookups(false))
                                                .map(request -> Arguments.of(
                                                        dialect, body(dialect, base, streaming, cache, request)))))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestIsWhatTheVendorPublishes(Dialect dialect, String body) {
        assertThat(PublishedSchema.of(dialect, "request").problems(body))
                .as(body)
                .isEmpty();
    }

    /** So that the check above can fail. */
    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
    void aFieldThatIsMisspeltOrOfAnotherKindIsFound(Dialect dialect) {
        PublishedSchema schema = PublishedSchema.of(dialect, "request");
        String body = body(dialect, "https://api.openai.com", true, PromptCache.ONE_HOUR, Given.afterTurns());

        assertThat(schema.problems(body)).isEmpty();
        for (String[] change : new String[][] {
            {"\"stream\":true", "\"stream\":\"yes\""},
            {"\"model\":", "\"modell\":"},
            {"\"role\":\"user\"", "\"role\":\"client\""},
            {"tokens\":400", "tokens\":\"400\""},
            {"{\"model\":", "{\"no_such_field\":1,\"model\":"}
        }) {
            assertThat(body).contains(change[0]);
            assertThat(schema.problems(body.replace(change[0], change[1])))
                    .as(change[1])
                    .isNotEmpty();
        }
    }

    /** The same for what is said of look-ups. */
    @ParameterizedTest
    @CsvSource({
        "ANTHROPIC, input_schema, parameters",
        "ANTHROPIC, tool_use_id, tool_call_id",
        "ANTHROPIC, is_error, failed",
        "OPENAI, parameters, input_schema",
        "OPENAI, tool_call_id, tool_use_id",
        "OPENAI_RESPONSES, parameters, input_schema",
        "OPENAI_RESPONSES, function_call_output, function_output",
        "OPENAI_RESPONSES, call_id, tool_call_id"
    })
    void aMisspeltWordOfALookUpIsFound(Dialect dialect, String word, String other) {
        String body =
                body(dialect, "https://api.openai.com", true, PromptCache.FIVE_MINUTES, Given.afterLookups(false));

        assertThat(body).contains('"' + word + '"');
        assertThat(PublishedSchema.of(dialect, "request").problems(body.replace('"' + word + '"', '"' + other + '"')))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
    void theStubsEventsAreWhatTheVendorPublishes(Dialect dialect) throws IOException, InterruptedException {
        PublishedSchema schema = PublishedSchema.of(dialect, "event");
        for (String settings : VARIANTS) {
            List<String> events = answer(dialect, true, settings)
                    .lines()
                    .filter(line -> line.startsWith("data: {"))
                    .map(line -> line.substring("data: ".length()))
                    // Not in Anthropic's union of events, but on its streaming page.
                    .filter(event -> !event.equals("{\"type\":\"ping\"}"))
                    .toList();

            assertThat(events).hasSizeGreaterThan(2);
            for (String event : events) {
                assertThat(schema.problems(withoutUnknownUsage(event)))
                        .as(event)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "OFFLINE", mode = Mode.EXCLUDE)
    void theStubsWholeAnswersAreWhatTheVendorPublishes(Dialect dialect) throws IOException, InterruptedException {
        PublishedSchema schema = PublishedSchema.of(dialect, "answer");
        for (String settings : VARIANTS) {
            String answer = answer(dialect, false, settings);

            assertThat(schema.problems(withoutUnknownUsage(answer))).as(answer).isEmpty();
        }
    }

    /** The client's type has no null here; the examples of the API reference and its description do. */
    private static String withoutUnknownUsage(String json) {
        return json.replace(",\"usage\":null", "");
    }

    private static final List<String> VARIANTS = List.of(
            "tokens=3",
            "refusal=100",
            "decline=100",
            "pause=100",
            "context=100",
            "tokens=500",
            "cacheread=3 cachewrite5m=4 cachewrite1h=5 reasoning=6",
            "usage=0");

    private static String answer(Dialect dialect, boolean streaming, String settings)
            throws IOException, InterruptedException {
        try (ProviderStub stub = ProviderStub.start(0)) {
            stub.configure(settings);
            ProviderSettings provider =
                    Given.asked(Given.provider(dialect, stub.baseUri()), streaming, PromptCache.FIVE_MINUTES);
            HttpRequest request = HttpRequest.newBuilder(wire(dialect).endpoint(provider))
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.ofString(wire(dialect).body(provider, Given.request())))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }
}
