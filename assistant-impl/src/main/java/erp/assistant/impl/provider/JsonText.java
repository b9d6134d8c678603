package erp.assistant.impl.provider;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads and writes JSON without looking for an implementation again, which would depend on the thread's class loader. Safe
 * for use by many threads.
 */
public final class JsonText {

    /** Far beyond any context; sums of such counts fit into a long. */
    private static final long MOST_COUNT = 1_000_000_000_000L;

    private final JsonProvider provider;
    private final JsonParserFactory parsers;

    public JsonText(JsonProvider provider) {
        this.provider = provider;
        this.parsers = provider.createParserFactory(Map.of());
    }

    /** An object to be written. */
    public JsonObjectBuilder newObject() {
        return provider.createObjectBuilder();
    }

    /** An array to be written. */
    public JsonArrayBuilder newArray() {
        return provider.createArrayBuilder();
    }

    /**
     * Reads one JSON object.
     *
     * @throws MalformedStreamException if the text is anything else
     */
    public JsonObject object(String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            if (parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject object = parser.getObject();
                if (!parser.hasNext()) {
                    return object;
                }
            }
        } catch (RuntimeException e) {
            // Any: of the implementation's own limits some throw what JSON-P does not name. Without the cause below: a
            // parser's message quotes what it read.
        }
        throw new MalformedStreamException("an event is not a JSON object");
    }

    /** The same for a text that somebody else wrote: empty if it is anything else. */
    public JsonObject objectOrEmpty(String text) {
        try {
            return object(text);
        } catch (MalformedStreamException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
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

    /** The member as the place of something among others; {@code otherwise} if it is none. */
    public static int index(JsonObject object, String name, int otherwise) {
        return (int) Math.min(count(object, name).orElse(otherwise), Integer.MAX_VALUE);
    }

    /** The member as a count, at most 10^12; empty if it is absent, null, or anything else: 0 differs from absent. */
    public static OptionalLong count(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
            return OptionalLong.empty();
        }
        try {
            long count = number.longValueExact();
            return count >= 0 && count <= MOST_COUNT ? OptionalLong.of(count) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
