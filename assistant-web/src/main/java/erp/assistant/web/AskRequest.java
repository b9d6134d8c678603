package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;

/**
 * The body of {@code POST /answers}.
 *
 * @param language a BCP 47 tag, or empty
 */
record AskRequest(String question, String recordType, String recordId, String action, String language) {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final String EXAMPLE =
            "{\"question\": \"Why is this order late?\", \"record\": {\"type\": \"sales-order\", \"id\": \"4711\"}}";

    /** The longest body that is read, in bytes: the longest question, escaped throughout, and room for the rest. */
    private static final int LONGEST_BODY = 32 * 1024;

    /** The request's body, up to its greatest length. */
    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new AssistantException(Problem.of(
                    Problem.Code.TOO_LARGE, "The request is too long. Ask a question of at most 4000 characters."));
        }
        return bytes;
    }

    /** Reads the body; says what is wrong with it in words that help to mend it. */
    static AskRequest parse(String body) {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            JsonObject json = reader.readObject();
            JsonValue about = json.get("record");
            if (about == null || about.getValueType() != JsonValue.ValueType.OBJECT) {
                throw invalid("The body needs a record, such as " + EXAMPLE + ".");
            }
            JsonObject record = about.asJsonObject();
            return new AskRequest(
                    required(json, "question"),
                    required(record, "type"),
                    required(record, "id"),
                    optional(json, "action"),
                    optional(json, "language"));
        } catch (JsonException e) {
            throw invalid("The body is not a JSON object. Send one such as " + EXAMPLE + ".");
        }
    }

    Question question(Asker asker) {
        try {
            return new Question(asker, question, new RecordRef(recordType, recordId), action);
        } catch (IllegalArgumentException e) {
            throw invalid("The request is not valid: " + e.getMessage() + ".");
        }
    }

    private static String required(JsonObject json, String name) {
        String value = optional(json, name);
        if (value.isEmpty()) {
            throw invalid("The body needs " + name + " as a text, such as in " + EXAMPLE + ".");
        }
        return value;
    }

    private static String optional(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw invalid("The body's " + name + " must be a text, such as in " + EXAMPLE + ".");
    }

    private static AssistantException invalid(String detail) {
        return new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
