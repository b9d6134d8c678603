package erp.assistant.impl.provider;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads and writes JSON without looking for an implementation again, which would depend on the thread's class loader. Safe
 * for use by many threads.
 */
public final class JsonText {

    private final JsonProvider provider;
    private final JsonReaderFactory readers;

    public JsonText(JsonProvider provider) {
        this.provider = provider;
        this.readers = provider.createReaderFactory(Map.of());
    }

    /** For writing. */
    public JsonProvider provider() {
        return provider;
    }

    /** @throws MalformedStreamException if the text is not one JSON object */
    public JsonObject object(String text) {
        try (JsonReader reader = readers.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            // Without the cause: a parser's message quotes what it read.
            throw new MalformedStreamException("an event is not a JSON object");
        }
    }

    /** The member's text, empty if it is absent or not a text. */
    public static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString string ? string.getString() : "";
    }

    /** The member, or an empty object if it is absent or not an object. */
    public static JsonObject object(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonObject member ? member : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The member as a count; empty if it is absent, null, negative or no whole number: 0 differs from absent. */
    public static OptionalLong count(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
            return OptionalLong.empty();
        }
        try {
            long count = number.longValueExact();
            return count >= 0 ? OptionalLong.of(count) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
