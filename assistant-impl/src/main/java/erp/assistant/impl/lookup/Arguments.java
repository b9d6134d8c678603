package erp.assistant.impl.lookup;

import erp.assistant.chat.Lookups.Call;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Value;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a model's calls; whatever the schema does not know is refused, never guessed. */
public final class Arguments {

    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    /** Far beyond any query that a list takes. */
    private static final int LONGEST = 8_192;

    private static final int LONGEST_NUMBER = 40;

    private final Set<String> types;
    private final UnaryOperator<String> readable;

    /**
     * Reads for one answer.
     *
     * @param types the lists that the model was told of
     * @param readable puts personal data in the place of its tokens, which is all that the model knows of it
     */
    public Arguments(Collection<String> types, UnaryOperator<String> readable) {
        this.types = Set.copyOf(types);
        this.readable = readable;
    }

    /**
     * What a call wants.
     *
     * @throws WrongCallException if it is not what the tool's schema says
     */
    public Wanted of(Call call) {
        try {
            return switch (call.name()) {
                case Tools.ROWS -> rows(object(call.arguments()));
                case Tools.RECORD -> record(object(call.arguments()));
                default ->
                    throw new WrongCallException(
                            "There is no such tool. There are " + Tools.ROWS + " and " + Tools.RECORD + ".");
            };
        } catch (IllegalArgumentException e) {
            throw new WrongCallException("The arguments are not valid: " + e.getMessage() + ".");
        }
    }

    private static JsonObject object(String arguments) {
        if (arguments.length() <= LONGEST) {
            try (JsonReader reader = READERS.createReader(new StringReader(arguments.isBlank() ? "{}" : arguments))) {
                return reader.readObject();
            } catch (RuntimeException e) {
                // Said below: a parser's message quotes what it read, and some throw what JSON-P does not name.
            }
        }
        throw new WrongCallException("The arguments are not a JSON object of at most " + LONGEST + " characters.");
    }

    private Wanted record(JsonObject json) {
        known(json, "type", "id");
        return new Wanted.OfRecord(new RecordRef(type(json, "type"), nonEmpty(json, "id")));
    }

    private static String nonEmpty(JsonObject json, String name) {
        String id = text(json, name);
        if (id.isEmpty()) {
            throw new WrongCallException("'" + name + "' is missing.");
        }
        return id;
    }

    private Wanted rows(JsonObject json) {
        known(json, "list", "filters", "sort", "group_by", "limit");
        return new Wanted.OfList(
                type(json, "list"),
                new ListQuery(
                        array(json, "filters").stream().map(this::filter).toList(),
                        array(json, "sort").stream()
                                .map(each -> ListSort.of(text(each, "sort")))
                                .toList(),
                        json.containsKey("group_by") ? text(json, "group_by") : "",
                        limit(json.get("limit"))));
    }

    private ListFilter filter(JsonValue value) {
        if (!(value instanceof JsonObject json)) {
            throw new WrongCallException("An element of 'filters' must be an object with field, operator and values.");
        }
        known(json, "field", "operator", "values");
        String operator = text(json, "operator");
        return new ListFilter(
                text(json, "field"),
                ListOperator.of(operator)
                        .orElseThrow(() -> new WrongCallException("There is no such operator. There are "
                                + Arrays.stream(ListOperator.values())
                                        .map(ListOperator::key)
                                        .collect(Collectors.joining(", "))
                                + ".")),
                array(json, "values").stream().map(this::value).toList());
    }

    private Value value(JsonValue json) {
        if (json instanceof JsonString text) {
            return new Value.Text(readable.apply(text.getString()));
        }
        if (json instanceof JsonNumber number && number.toString().length() <= LONGEST_NUMBER) {
            return new Value.Quantity(new BigDecimal(number.toString()), "");
        }
        if (JsonValue.TRUE.equals(json) || JsonValue.FALSE.equals(json)) {
            return new Value.Flag(JsonValue.TRUE.equals(json));
        }
        throw new WrongCallException("A filter's values must be texts, numbers, or true or false.");
    }

    private static int limit(@Nullable JsonValue limit) {
        if (limit == null) {
            return Tools.MOST_ROWS;
        }
        if (limit instanceof JsonNumber number
                && number.isIntegral()
                && number.toString().length() <= 4) {
            return Tools.limit(number.intValueExact());
        }
        throw new WrongCallException("'limit' must be a whole number from 1 to " + Tools.MOST_ROWS + ".");
    }

    private String type(JsonObject json, String name) {
        String type = text(json, name);
        if (!types.contains(type)) {
            throw new WrongCallException(
                    "'" + name + "' must be one of " + types.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return type;
    }

    private static List<JsonValue> array(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new WrongCallException("'" + name + "' must be an array.");
    }

    private static String text(JsonObject json, String name) {
        JsonValue value = json.get(name);
        if (value == null) {
            throw new WrongCallException("'" + name + "' is missing.");
        }
        return text(value, name);
    }

    private static String text(JsonValue value, String name) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new WrongCallException("'" + name + "' must be a text.");
    }

    private static void known(JsonObject json, String... names) {
        List<String> allowed = List.of(names);
        if (!allowed.containsAll(json.keySet())) {
            throw new WrongCallException("Only these members are known here: " + String.join(", ", allowed) + ".");
        }
    }
}
