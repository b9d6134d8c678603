package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.Dialect;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;

/** Events that a generator words itself, in the shapes of one protocol. */
record Wording(String beforeText, String afterText, List<Item> noise, List<Item> errors, List<Lookalike> lookalikes) {

    private static final List<Item> NOISE = List.of(
            Item.noise(": ping"),
            Item.noise(":"),
            Item.noise(": event: message_stop", ":data: [DONE]"),
            Item.noise("retry: 10"),
            Item.noise("id: 42"),
            Item.noise("event: message_stop"),
            Item.noise(" data: {\"type\":\"message_stop\"}", " data: [DONE]"),
            Item.noise("Data: {\"type\":\"message_stop\"}", "datax: [DONE]"),
            Item.noise("event: error", "date: [DONE]"));

    private static final String ANTHROPIC_TEXT =
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":";
    private static final String CHAT_TEXT =
            "{\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"finish_reason\":null,\"delta\":{\"content\":";
    private static final String RESPONSES_TEXT =
            "{\"type\":\"response.output_text.delta\",\"sequence_number\":7,\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":";

    static Wording of(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC ->
                new Wording(
                        ANTHROPIC_TEXT,
                        "}}",
                        List.of(
                                Item.noise("event: ping", "data: {\"type\": \"ping\"}"),
                                Item.noise("event: new", "data: {\"type\":\"new_event\",\"text\":\"not shown\"}"),
                                Item.noise("data: {\"message\":{\"stop_reason\":\"end_turn\"}}"),
                                Item.noise("event: message_stop", "data: {\"type\":\"message_stopped\"}"),
                                Item.noise(
                                        "event: content_block_delta",
                                        "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"new_delta\",\"text\":\"no\"}}")),
                        List.of(
                                anthropicError("overloaded_error", Kind.OVERLOADED),
                                anthropicError("api_error", Kind.SERVER_ERROR),
                                anthropicError("rate_limit_error", Kind.RATE_LIMITED),
                                anthropicError("authentication_error", Kind.AUTHENTICATION),
                                anthropicError("billing_error", Kind.QUOTA),
                                anthropicError("invalid_request_error", Kind.INVALID_REQUEST),
                                anthropicError("an_error_that_is_new", Kind.SERVER_ERROR)),
                        Lookalike.inAnthropic(ANTHROPIC_TEXT + "\""));
            case OPENAI ->
                new Wording(
                        CHAT_TEXT,
                        "}}]}",
                        List.of(
                                Item.noise(
                                        "data: {\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":null}"),
                                Item.noise("data: {\"object\":\"new\",\"content\":\"not shown\"}"),
                                Item.noise("event: new", "data: {\"choices\":null,\"done\":true}"),
                                Item.noise(
                                        "data: {\"choices\":[{\"delta\":{\"new\":\"no\"},\"finish_reason\":null}],\"error\":null}")),
                        List.of(
                                openAiError(
                                        "{\"error\":{\"message\":\"m\",\"type\":\"server_error\",\"code\":null}}",
                                        Kind.SERVER_ERROR),
                                openAiError(
                                        "{\"error\":{\"message\":\"m\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}",
                                        Kind.RATE_LIMITED),
                                openAiError(
                                        "{\"error\":{\"message\":\"m\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
                                        Kind.QUOTA),
                                openAiError("{\"error\":\"model runner has unexpectedly stopped\"}", Kind.SERVER_ERROR),
                                openAiError(
                                        "{\"object\":\"error\",\"message\":\"m\",\"type\":\"BadRequestError\",\"code\":400}",
                                        Kind.INVALID_REQUEST),
                                openAiError(
                                        "{\"type\":\"error\",\"code\":\"server_is_overloaded\",\"message\":\"m\"}",
                                        Kind.OVERLOADED)),
                        Lookalike.inChat(CHAT_TEXT + "\""));
            case OPENAI_RESPONSES ->
                new Wording(
                        RESPONSES_TEXT,
                        ",\"logprobs\":[]}",
                        List.of(
                                Item.noise("event: keepalive", "data: {\"type\":\"keepalive\",\"sequence_number\":3}"),
                                Item.noise(
                                        "event: response.queued",
                                        "data: {\"type\":\"response.queued\",\"response\":{\"status\":\"queued\"}}"),
                                Item.noise("data: {\"type\":\"response.new\",\"delta\":\"not shown\",\"error\":null}"),
                                Item.noise("event: new", "data: {\"delta\":\"not shown\"}"),
                                Item.noise(
                                        "event: response.completed",
                                        "data: {\"type\":\"response.new\",\"response\":{\"status\":\"completed\"}}"),
                                Item.noise(
                                        "event: response.reasoning_text.delta",
                                        "data: {\"type\":\"response.reasoning_text.delta\",\"delta\":\"not shown\"}"),
                                Item.noise(
                                        "event: response.output_text.done",
                                        "data: {\"type\":\"response.output_text.done\",\"text\":\"not again\"}"),
                                Item.noise(
                                        "event: response.output_text.annotation.added",
                                        "data: {\"type\":\"response.output_text.annotation.added\",\"annotation\":{}}")),
                        List.of(
                                openAiError(
                                        "{\"type\":\"error\",\"code\":\"server_error\",\"message\":\"m\",\"param\":null,\"sequence_number\":9}",
                                        Kind.SERVER_ERROR),
                                openAiError(
                                        "{\"type\":\"error\",\"code\":null,\"message\":\"m\",\"param\":null}",
                                        Kind.SERVER_ERROR),
                                openAiError(
                                        "{\"type\":\"error\",\"code\":\"rate_limit_exceeded\",\"message\":\"m\"}",
                                        Kind.RATE_LIMITED),
                                openAiError(
                                        "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"context_length_exceeded\"}}",
                                        Kind.TOO_LARGE),
                                openAiError(
                                        "{\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\",\"message\":\"m\"}}",
                                        Kind.QUOTA),
                                openAiError(
                                        "{\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"invalid_prompt\"},\"usage\":null}}",
                                        Kind.INVALID_REQUEST),
                                openAiError(
                                        "{\"type\":\"response.completed\",\"response\":{\"status\":\"failed\",\"error\":null}}",
                                        Kind.SERVER_ERROR)),
                        Lookalike.inResponses(RESPONSES_TEXT + "\""));
            default -> throw new IllegalArgumentException(dialect + " has no streams");
        };
    }

    private static Item anthropicError(String type, Kind kind) {
        return Item.of(
                List.of(
                        "event: error",
                        "data: {\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"m\"}}"),
                List.of(new Meaning.Told(kind)));
    }

    private static Item openAiError(String data, Kind kind) {
        return Item.of(List.of("data: " + data), List.of(new Meaning.Told(kind)));
    }

    Item anyNoise(SplittableRandom random) {
        int at = random.nextInt(NOISE.size() + noise.size());
        return at < NOISE.size() ? NOISE.get(at) : noise.get(at - NOISE.size());
    }

    Item anyError(SplittableRandom random) {
        return errors.get(random.nextInt(errors.size()));
    }

    Lookalike anyLookalike(SplittableRandom random) {
        return lookalikes.get(random.nextInt(lookalikes.size()));
    }

    /** A delta whose lines are joined by a line feed within the text, where JSON has none. */
    Item textInTwoLines() {
        return Item.of(
                List.of("data: " + beforeText + "\"a", "data: b\"" + afterText), List.of(new Meaning.Malformed()));
    }

    /** A piece of text whose JSON string, quotes left out, is these bytes. */
    Item text(byte[] inQuotes, String means) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(inQuotes.length + 200);
        line.writeBytes(("data: " + beforeText + "\"").getBytes(UTF_8));
        line.writeBytes(inQuotes);
        line.writeBytes(("\"" + afterText).getBytes(UTF_8));
        return new Item(List.of(line.toByteArray()), means.isEmpty() ? List.of() : List.of(new Meaning.Text(means)));
    }
}
