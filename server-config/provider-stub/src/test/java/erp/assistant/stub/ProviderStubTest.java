package erp.assistant.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderStubTest {

    private static final String ANTHROPIC = "/v1/messages";
    private static final String OPENAI = "/v1/chat/completions";
    private static final String RESPONSES = "/v1/responses";
    private static final String STREAMING = "{\"model\":\"m-1\",\"max_tokens\":400,\"stream\":true,\"stream_options\":"
            + "{\"include_usage\":true},\"messages\":[{\"role\":\"user\",\"content\":\"Why?\"}]}";

    private final ProviderStub stub = ProviderStub.start(0);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        stub.close();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(stub.baseUri().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return client.send(post(path, body), BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(stub.baseUri().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void anAnthropicStreamHasTheVendorsEventsInTheirOrder() throws Exception {
        stub.script("Two words");
        stub.configure("piece=10 input=12 cacheread=3 cachewrite5m=4 cachewrite1h=5 reasoning=6");

        HttpResponse<String> response = send(ANTHROPIC, STREAMING);

        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(response.headers().firstValue("request-id")).hasValue("req_stub");
        assertThat(response.body().lines().filter(line -> line.startsWith("event: ")))
                .containsExactly(
                        "event: message_start",
                        "event: content_block_start",
                        "event: ping",
                        "event: content_block_delta",
                        "event: content_block_delta",
                        "event: content_block_stop",
                        "event: message_delta",
                        "event: message_stop");
        assertThat(response.body())
                .contains("\"model\":\"m-1\"")
                .contains(
                        "\"usage\":{\"input_tokens\":12,\"cache_creation_input_tokens\":9,\"cache_read_input_tokens\":3,"
                                + "\"cache_creation\":{\"ephemeral_5m_input_tokens\":4,\"ephemeral_1h_input_tokens\":5},"
                                + "\"output_tokens\":1")
                .contains("\"text\":\"Two\"", "\"text\":\" words\"", "\"stop_reason\":\"end_turn\"")
                .contains("\"usage\":{\"output_tokens\":8,\"output_tokens_details\":{\"thinking_tokens\":6}}");
    }

    @Test
    void anOpenAiStreamEndsWithUsageAndDone() throws Exception {
        stub.script("Two words");
        stub.configure("piece=10 input=12 cacheread=3 reasoning=6");

        List<String> events = send(OPENAI, STREAMING)
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(events).hasSize(6).allMatch(line -> line.startsWith("data: "));
        assertThat(events.get(1)).contains("\"delta\":{\"content\":\"Two\"}", "\"usage\":null");
        assertThat(events.get(3)).contains("\"finish_reason\":\"stop\"");
        assertThat(events.get(4))
                .contains("\"choices\":[],\"usage\":{\"prompt_tokens\":15,\"completion_tokens\":8,\"total_tokens\":23,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":3},"
                        + "\"completion_tokens_details\":{\"reasoning_tokens\":6}}");
        assertThat(events.get(5)).isEqualTo("data: [DONE]");
    }

    @Test
    void aResponsesStreamIsNumberedAndEndsWithTheWholeResponse() throws Exception {
        stub.script("Two words");
        stub.configure("piece=10 input=12 cacheread=3 cachewrite5m=4 reasoning=6");

        List<String> lines = send(RESPONSES, STREAMING).body().lines().toList();

        assertThat(lines.stream().filter(line -> line.startsWith("event: ")))
                .containsExactly(
                        "event: response.created",
                        "event: response.in_progress",
                        "event: response.output_item.added",
                        "event: response.content_part.added",
                        "event: response.output_text.delta",
                        "event: response.output_text.delta",
                        "event: response.output_text.done",
                        "event: response.content_part.done",
                        "event: response.output_item.done",
                        "event: response.completed");
        List<String> data =
                lines.stream().filter(line -> line.startsWith("data: ")).toList();
        for (int i = 0; i < data.size(); i++) {
            assertThat(data.get(i)).contains("\"sequence_number\":" + i + ",");
        }
        assertThat(data.get(9))
                .contains("\"status\":\"completed\"", "\"model\":\"m-1\"", "\"text\":\"Two words\"")
                .contains("\"usage\":{\"input_tokens\":19,\"input_tokens_details\":{\"cached_tokens\":3,"
                        + "\"cache_write_tokens\":4},\"output_tokens\":8,"
                        + "\"output_tokens_details\":{\"reasoning_tokens\":6},\"total_tokens\":27}");
    }

    @Test
    void anOpenAiStreamTellsUsageOnlyIfAsked() throws Exception {
        assertThat(send(OPENAI, STREAMING.replace("include_usage", "other")).body())
                .doesNotContain("usage");
    }

    @ParameterizedTest
    @ValueSource(strings = {ANTHROPIC, OPENAI, RESPONSES})
    void anAnswerThatDoesNotStreamIsOneObject(String path) throws Exception {
        stub.script("Two \"words\"");

        HttpResponse<String> response = send(path, STREAMING.replace("true", "false"));

        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.body()).startsWith("{").endsWith("}").contains("\"Two \\\"words\\\"\"");
    }

    @Test
    void theRequestsCapCutsTheAnswer() throws Exception {
        stub.configure("text=stamps tokens=500");

        assertThat(send(ANTHROPIC, STREAMING).body())
                .contains("\"stop_reason\":\"max_tokens\"", "\"output_tokens\":400}");
        assertThat(send(OPENAI, STREAMING).body()).contains("\"finish_reason\":\"length\"");
        assertThat(send(RESPONSES, STREAMING.replace("max_tokens", "max_output_tokens"))
                        .body())
                .contains("event: response.incomplete", "\"incomplete_details\":{\"reason\":\"max_output_tokens\"}");
        assertThat(stub.stats().tokens()).isEqualTo(1200);
    }

    @Test
    void stampsCountUpAndTellTheTimeOfSending() throws Exception {
        long before = System.nanoTime() / 1000;

        String body = send(ANTHROPIC, STREAMING.replace("Why?", "[[stub text=stamps tokens=3]]"))
                .body();

        assertThat(body).contains("~aaaaa:", "~aaaab:", "~aaaac:");
        int at = body.indexOf("~aaaac:") + 7;
        long sent = body.substring(at, at + 16)
                .chars()
                .mapToLong(digit -> digit - 'a')
                .reduce(0, (number, digit) -> number * 10 + digit);
        assertThat(sent).isBetween(before, System.nanoTime() / 1000);
    }

    @ParameterizedTest
    @CsvSource({"e400, 400", "e401, 401", "e402, 402", "e404, 404", "e429, 429", "quota, 429", "e503, 503", "e529, 529"
    })
    void refusalsCarryTheirStatusAndRetryAfter(String fault, int status) throws Exception {
        stub.configure(fault + "=100 retryafter=3");

        HttpResponse<String> response = send(OPENAI, STREAMING);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("retry-after")).hasValue("3");
        assertThat(response.body()).startsWith("{\"error\":{\"message\":\"stub says " + status);
        assertThat(stub.stats().refused()).isEqualTo(1);
    }

    @Test
    void theFirstRequestsAfterAResetCanFailForSure() throws Exception {
        stub.configure("failn=2 fails=529");

        assertThat(statuses(3)).containsExactly(529, 529, 200);
        stub.reset();
        assertThat(statuses(3)).containsExactly(529, 529, 200);
    }

    private List<Integer> statuses(int count) throws Exception {
        List<Integer> statuses = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(send(ANTHROPIC, STREAMING).statusCode());
        }
        return statuses;
    }

    @Test
    void faultsComeInTheirPercentage() throws Exception {
        stub.configure("e500=30 e429=20");

        List<Integer> statuses = statuses(400);

        assertThat(statuses.stream().filter(status -> status == 500).count()).isBetween(90L, 150L);
        assertThat(statuses.stream().filter(status -> status == 429).count()).isBetween(55L, 105L);
    }

    @Test
    void aRequiredKeyIsAskedForInBothDialects() throws Exception {
        stub.requireKey("secret");

        assertThat(send(ANTHROPIC, STREAMING).statusCode()).isEqualTo(401);
        for (String[] header : new String[][] {{"x-api-key", "secret"}, {"authorization", "Bearer secret"}}) {
            HttpRequest request = HttpRequest.newBuilder(post(OPENAI, STREAMING), (name, value) -> true)
                    .header(header[0], header[1])
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRequestCommandsByItsHeaderAndQueryToo() throws Exception {
        assertThat(send(ANTHROPIC + "?e404=100", STREAMING).statusCode()).isEqualTo(404);
        HttpRequest request = HttpRequest.newBuilder(post(ANTHROPIC, STREAMING), (name, value) -> true)
                .header("x-stub", "e413=100")
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(send(ANTHROPIC, STREAMING.replace("Why?", "[[stub no such=thing]]"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void itIsControlledOverHttp() throws Exception {
        assertThat(send("/config?ttft=5&e500=1", "Exactly this.").body())
                .contains("\"text\":\"script\"", "\"ttft\":5.0", "\"e500\":1.0");
        assertThat(send("/config?nonsense=1", "").statusCode()).isEqualTo(400);
        send("/config?e500=0", "");
        assertThat(send(ANTHROPIC, STREAMING).body()).contains("Exact");
        assertThat(get("/last")).startsWith("POST /v1/messages\n").contains(STREAMING);
        assertThat(get("/stats")).contains("\"anthropic\":{\"requests\":1,").contains("\"completed\":1,");
        assertThat(send("/reset", "").statusCode()).isEqualTo(200);
        assertThat(get("/stats")).contains("\"anthropic\":{\"requests\":0,");
        assertThat(get("/last")).startsWith("No API request");
        assertThat(get("/health")).contains("up");
        assertThat(get("/nothing")).contains("not_found_error");
    }

    @Test
    void anUnknownSettingIsNamed() {
        assertThatThrownBy(() -> stub.configure("ttft=1 e999=2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The stub has no setting \"e999=2\".");
        assertThatThrownBy(() -> stub.configure("ttft=soon")).hasMessage("The stub has no setting \"ttft=soon\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"midcut", "hangmid", "hang", "pings"})
    void aBrokenAnswerNeverEndsWell(String fault) {
        stub.configure(fault + "=100");

        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(post(ANTHROPIC, STREAMING), BodyHandlers.ofString());

        assertThat(response.completeOnTimeout(null, fault.equals("midcut") ? 10_000 : 150, TimeUnit.MILLISECONDS)
                        .exceptionally(broken -> null)
                        .join())
                .isNull();
        assertThat(stub.stats().completed()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "miderr | event: error",
                "firsterr | event: error",
                "badjson | {\"type\":\"text_de",
                "refusal | \"stop_reason\":\"refusal\"",
                "html200 | <!DOCTYPE html>"
            })
    void faultsInsideAResponseAreThere(String fault, String seen) throws Exception {
        stub.configure(fault + "=100");

        assertThat(send(ANTHROPIC, STREAMING).body()).contains(seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause=100 | /v1/messages | \"stop_reason\":\"pause_turn\"",
                "pause=100 | /v1/chat/completions | \"finish_reason\":\"tool_calls\"",
                "pause=100 | /v1/responses | {\"reason\":\"steered\"}",
                "context=100 | /v1/messages | \"stop_reason\":\"model_context_window_exceeded\"",
                "context=100 | /v1/chat/completions | \"finish_reason\":\"length\"",
                "decline=100 | /v1/messages | \"category\":\"general_harms\"",
                "decline=100 | /v1/chat/completions | \"delta\":{\"refusal\":",
                "decline=100 | /v1/responses | event: response.refusal.delta",
                "refusal=100 | /v1/responses | {\"reason\":\"content_filter\"}",
                "miderr=100 | /v1/responses | \"code\":\"server_error\",\"message\":\"stub says 500\",\"param\":null}",
                "miderr=100 errshape=1 | /v1/responses | \"error\":{\"type\":\"server_error\"",
                "miderr=100 errshape=2 | /v1/responses | event: response.failed",
                "miderr=100 errshape=1 | /v1/chat/completions | {\"object\":\"error\"",
                "miderr=100 errshape=1 | /v1/messages | data: {\"error\":{\"type\":\"overloaded_error\""
            })
    void endingsAndErrorsAreWordedByTheDialect(String settings, String path, String seen) throws Exception {
        stub.configure(settings);

        assertThat(send(path, STREAMING).body()).contains(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {ANTHROPIC, OPENAI, RESPONSES})
    void anAnswerCanComeInTheFormThatWasNotAskedFor(String path) throws Exception {
        stub.configure("wrongform=100");

        assertThat(send(path, STREAMING).headers().firstValue("content-type")).hasValue("application/json");
        assertThat(send(path, STREAMING.replace("true", "false")).headers().firstValue("content-type"))
                .hasValue("text/event-stream; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {ANTHROPIC, OPENAI, RESPONSES})
    void anErrorCanComeWithStatus200(String path) throws Exception {
        stub.configure("json200=100");

        HttpResponse<String> response = send(path, STREAMING);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.body()).contains("\"error\":{");
    }

    @Test
    void refusalsAdviseInAllTheVendorsWays() throws Exception {
        stub.configure("e429=100 retryafterms=1500 shouldretry=1 limitreset=30");

        var headers = send(OPENAI, STREAMING).headers();

        assertThat(headers.firstValue("retry-after-ms")).hasValue("1500");
        assertThat(headers.firstValue("x-should-retry")).hasValue("true");
        assertThat(headers.firstValue("anthropic-ratelimit-requests-remaining")).hasValue("0");
        assertThat(headers.firstValue("anthropic-ratelimit-requests-reset")).isPresent();
        assertThat(headers.firstValue("x-ratelimit-reset-requests")).hasValue("30s");
    }

    @Test
    void aCleanCutEndsWithoutTheTerminalEvent() throws Exception {
        stub.configure("cleancut=100");

        assertThat(send(ANTHROPIC, STREAMING).body()).contains("text_delta").doesNotContain("message_stop");
        stub.configure("cleancut=0 empty200=100");
        assertThat(send(ANTHROPIC, STREAMING).body()).isEmpty();
    }

    @Test
    void paceIsKept() throws Exception {
        stub.configure("text=stamps tokens=6 ttft=60 gap=20");
        long started = System.nanoTime();

        send(ANTHROPIC, STREAMING);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(160));
    }

    @Test
    void manySlowStreamsRunAtOnce() {
        stub.configure("text=stamps tokens=5 ttft=300 gap=20");

        List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, 200)
                .mapToObj(i ->
                        client.sendAsync(post(i % 2 == 0 ? ANTHROPIC : OPENAI, STREAMING), BodyHandlers.ofString()))
                .toList();

        responses.forEach(response -> assertThat(response.join().body()).contains("~aaaae:"));
        assertThat(stub.stats().maxActive()).isGreaterThan(100);
        assertThat(stub.stats().completed()).isEqualTo(200);
        assertThat(stub.stats().active()).isZero();
    }

    @Test
    void aClientThatLeavesIsCounted() {
        stub.configure("hang=100");
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(post(ANTHROPIC, STREAMING), BodyHandlers.ofString());
        await(() -> stub.stats().active() == 1);

        response.cancel(true);

        await(() -> stub.stats().clientAborts() == 1);
        assertThat(stub.stats().anthropicClientAborts()).isEqualTo(1);
        assertThat(stub.stats().lastAbortNanos()).isNotZero();
        assertThat(stub.stats().active()).isZero();
    }

    @Test
    void aWatcherIsToldOfArrivalRefusalAndLeaving() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        stub.watch(new StubWatcher() {
            @Override
            public void arrived(StubRequest request, long nanos) {
                told.add("arrived " + request.model());
            }

            @Override
            public void refused(StubRequest request, long nanos) {
                told.add("refused " + request.model());
            }

            @Override
            public void abandoned(StubRequest request, long nanos) {
                told.add("abandoned " + request.model());
            }
        });
        stub.configure("e529=100");
        send(ANTHROPIC, STREAMING);
        await(() -> told.size() == 2);
        stub.configure("e529=0 hang=100");
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(post(OPENAI, STREAMING), BodyHandlers.ofString());
        await(() -> told.size() == 3);

        response.cancel(true);

        await(() -> told.size() == 4);
        assertThat(told).containsExactly("arrived m-1", "refused m-1", "arrived m-1", "abandoned m-1");
    }

    private static void await(java.util.function.BooleanSupplier seen) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
