package erp.assistant.impl.provider;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * The provider's own name for an error, as far as it may be repeated.
 *
 * @param type the error's type, sanitised, may be empty
 * @param code the error's code, sanitised, may be empty
 */
public record ErrorWord(String type, String code) {

    public static final ErrorWord NONE = new ErrorWord("", "");

    /** Codes of our own for errors that a provider tells apart only by the wording of its message. */
    static final String PROMPT_TOO_LONG = "prompt_too_long";

    static final String CREDIT_TOO_LOW = "credit_balance_too_low";

    private static final Set<String> TOO_LONG = Set.of("prompt is too long", "maximum context length");

    public ErrorWord {
        type = SafeText.code(type);
        code = SafeText.code(code);
    }

    /**
     * Reads an error object in the shapes that are met: {@code {"error":{"type","code","message"}}} (both vendors), the same
     * fields without the wrapper (OpenAI Responses, vLLM), {@code {"error":"text"}} (Ollama).
     */
    public static ErrorWord in(JsonObject body) {
        JsonValue wrapped = body.get("error");
        JsonObject error = wrapped instanceof JsonObject object ? object : body;
        String message = text(error, "message");
        String code = text(error, "code");
        if (code.isEmpty()) {
            code = codeByMessage(message.toLowerCase(Locale.ROOT));
        }
        String type = text(error, "type");
        return new ErrorWord(error == body && type.equals("error") ? "" : type, code);
    }

    /** Whether the object says that it is an error, in any of these shapes. */
    public static boolean isError(JsonObject body) {
        JsonValue error = body.get("error");
        return (error != null && error != JsonValue.NULL)
                || text(body, "type").equals("error")
                || text(body, "object").equals("error");
    }

    // Anthropic has one type for all of these and tells them apart by wording; the wording itself is never passed on.
    private static String codeByMessage(String message) {
        if (TOO_LONG.stream().anyMatch(message::contains)) {
            return PROMPT_TOO_LONG;
        }
        return message.contains("credit balance is too low") ? CREDIT_TOO_LOW : "";
    }

    private static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonNumber number) {
            return number.toString();
        }
        return value instanceof JsonString string ? string.getString() : "";
    }

    /** The most telling of the two, or empty. */
    String shortest() {
        return code.isEmpty() ? type : code;
    }
}
