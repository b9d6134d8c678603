package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request's body: one JSON object of texts. Says what is wrong with it in words that help to mend it. */
final class JsonBody {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** The longest body that is read, in bytes: the longest question and form values, escaped, and room for the rest. */
    private static final int LONGEST = 96 * 1024;

    private final JsonObject json;
    private final String example;

    private JsonBody(JsonObject json, String example) {
        this.json = json;
        this.example = example;
    }

    /** Reads a body up to its greatest length; who sends more is told the limit in the given words. */
    static String text(InputStream body, String limit) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new AssistantException(Problem.of(Problem.Code.TOO_LARGE, "The request is too long. " + limit));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Parses a body; the example is shown to who sent another. */
    static JsonBody parse(String body, String example) {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return new JsonBody(reader.readObject(), example);
        } catch (RuntimeException e) {
            // Not only JsonException: Parsson tells a body that is nested too deeply by a bare RuntimeException.
            throw invalid("The body is not a JSON object. Send one such as " + example + ".");
        }
    }

    /** The object under a name. */
    JsonBody object(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw invalid("The body needs a " + name + ", such as " + example + ".");
        }
        return new JsonBody(value.asJsonObject(), example);
    }

    /** The objects in the array under a name; none if there is no array. */
    List<JsonBody> objects(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return List.of();
        }
        if (value.getValueType() != JsonValue.ValueType.ARRAY
                || value.asJsonArray().stream().anyMatch(each -> each.getValueType() != JsonValue.ValueType.OBJECT)) {
            throw invalid("The body's " + name + " must be an array of objects.");
        }
        return value.asJsonArray().stream()
                .map(each -> new JsonBody(each.asJsonObject(), example))
                .toList();
    }

    /** The text under a name, or the texts in the array under it; none if there is neither. */
    List<String> textOrTexts(String name) {
        return values(name).stream()
                .map(each -> {
                    if (each instanceof JsonString text) {
                        return text.getString();
                    }
                    throw invalid("The body's " + name + " must be a text, or an array of texts.");
                })
                .toList();
    }

    /** The value under a name, or the values in the array under it; none if there is neither. */
    List<JsonValue> values(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return List.of();
        }
        return value.getValueType() == JsonValue.ValueType.ARRAY ? value.asJsonArray() : List.of(value);
    }

    /** The whole number under a name, or another if there is none. */
    int optionalNumber(String name, int otherwise) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return otherwise;
        }
        try {
            return ((JsonNumber) value).intValueExact();
        } catch (ClassCastException | ArithmeticException e) {
            throw invalid("The body's " + name + " must be a whole number, such as in " + example + ".");
        }
    }

    /** The whole numbers in the object under a name, by their names; none if there is no object. */
    Map<String, Integer> wholeNumbers(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return Map.of();
        }
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw invalid("The body's " + name + " must be an object of whole numbers, such as in " + example + ".");
        }
        Map<String, Integer> numbers = new TreeMap<>();
        value.asJsonObject().forEach((key, each) -> {
            try {
                numbers.put(key, ((JsonNumber) each).intValueExact());
            } catch (ClassCastException | ArithmeticException e) {
                throw invalid(
                        "The body's " + name + " must be an object of whole numbers, such as in " + example + ".");
            }
        });
        return numbers;
    }

    /** The text under a name. */
    String required(String name) {
        String value = optional(name);
        if (value.isEmpty()) {
            throw invalid("The body needs " + name + " as a text, such as in " + example + ".");
        }
        return value;
    }

    /** The text under a name, or empty. */
    String optional(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw invalid("The body's " + name + " must be a text, such as in " + example + ".");
    }

    /** The texts in the array under a name; none if there is no array. */
    List<String> texts(String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return List.of();
        }
        if (value.getValueType() != JsonValue.ValueType.ARRAY
                || value.asJsonArray().stream().anyMatch(each -> !(each instanceof JsonString))) {
            throw invalid("The body's " + name + " must be an array of texts, such as in " + example + ".");
        }
        return value.asJsonArray().getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    /** Whether there is an array under a name. */
    boolean isArray(String name) {
        JsonValue value = json.get(name);
        return value != null && value.getValueType() == JsonValue.ValueType.ARRAY;
    }

    /** Whether there is something under a name. */
    boolean has(String name) {
        JsonValue value = json.get(name);
        return value != null && value.getValueType() != JsonValue.ValueType.NULL;
    }

    /** The true or false under a name. */
    boolean requiredFlag(String name) {
        JsonValue value = json.get(name);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        throw invalid("The body needs " + name + " as true or false, such as in " + example + ".");
    }

    /** The true or false under a name; false if there is none. */
    boolean optionalFlag(String name) {
        JsonValue value = json.get(name);
        return value != null && value.getValueType() != JsonValue.ValueType.NULL && requiredFlag(name);
    }

    static AssistantException invalid(String detail) {
        return new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
