package example.acme;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.contract.Endpoint;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of OpenAI Chat Completions. */
final class AcmeWire {

    private AcmeWire() {}

    static HttpRequest post(Endpoint endpoint, ChatRequest request) {
        String body = Json.createObjectBuilder()
                .add("model", endpoint.model())
                .add("max_tokens", request.maxOutputTokens())
                .add("stream", true)
                .add("stream_options", Json.createObjectBuilder().add("include_usage", true))
                .add(
                        "messages",
                        Json.createArrayBuilder()
                                .add(message("system", request.prompt().system()))
                                .add(message("user", request.prompt().user())))
                .build()
                .toString();
        return HttpRequest.newBuilder(URI.create(endpoint.baseUrl() + "/v1/chat/completions"))
                .header("authorization", "Bearer " + endpoint.key())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static JsonObject message(String role, String content) {
        return Json.createObjectBuilder()
                .add("role", role)
                .add("content", content)
                .build();
    }

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static String text(JsonObject chunk) {
        return choice(chunk).get("delta") instanceof JsonObject delta
                        && delta.get("content") instanceof JsonString content
                ? content.getString()
                : "";
    }

    static @Nullable Reason reason(JsonObject chunk) {
        if (!(choice(chunk).get("finish_reason") instanceof JsonString finish)) {
            return null;
        }
        return switch (finish.getString()) {
            case "stop" -> Reason.END;
            case "content_filter" -> Reason.REFUSAL;
            default -> Reason.LENGTH;
        };
    }

    private static JsonObject choice(JsonObject chunk) {
        return chunk.get("choices") instanceof JsonArray choices && !choices.isEmpty()
                ? choices.getJsonObject(0)
                : JsonValue.EMPTY_JSON_OBJECT;
    }

    static Optional<TokenUsage> usage(JsonObject chunk) {
        if (!(chunk.get("usage") instanceof JsonObject usage)) {
            return Optional.empty();
        }
        JsonObject prompt = usage.getJsonObject("prompt_tokens_details");
        int read = prompt.getInt("cached_tokens", 0);
        int written = prompt.getInt("cache_write_tokens", 0);
        int reasoning = usage.getJsonObject("completion_tokens_details").getInt("reasoning_tokens", 0);
        return Optional.of(new TokenUsage(
                usage.getInt("prompt_tokens") - read - written,
                read,
                0,
                0,
                written,
                usage.getInt("completion_tokens") - reasoning,
                reasoning,
                0,
                TokenUsage.Terms.NOT_TOLD,
                Source.REPORTED));
    }

    static Kind refusal(int status, String body) {
        return switch (status) {
            case 401, 403 -> Kind.AUTHENTICATION;
            case 402 -> Kind.QUOTA;
            case 404 -> Kind.NOT_FOUND;
            case 413 -> Kind.TOO_LARGE;
            case 429 -> body.contains("insufficient_quota") ? Kind.QUOTA : Kind.RATE_LIMITED;
            case 408, 409 -> Kind.SERVER_ERROR;
            case 529 -> Kind.OVERLOADED;
            default -> status >= 500 ? Kind.SERVER_ERROR : Kind.INVALID_REQUEST;
        };
    }

    static @Nullable Duration retryAfter(HttpHeaders headers) {
        String told = headers.firstValue("retry-after").orElse("");
        if (told.isEmpty()) {
            return null;
        }
        if (told.chars().allMatch(Character::isDigit)) {
            return Duration.ofSeconds(Long.parseLong(told));
        }
        return Duration.between(
                Instant.now(),
                ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    }
}
