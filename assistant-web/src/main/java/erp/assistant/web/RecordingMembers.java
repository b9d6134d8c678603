package erp.assistant.web;

import erp.assistant.AssistantException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The members of an object in the file of a recording; what is wrong with one is told with the line of its answer and its path. */
final class RecordingMembers {

    /** More than any answer or value is long. */
    private static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_NAME = 200;
    private static final int MOST_VALUES = 5_000;

    /** As ids of values and of rows are. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,200}");

    private final JsonObject json;
    private final int line;
    private final String path;

    RecordingMembers(JsonObject json, int line, String path) {
        this.json = json;
        this.line = line;
        this.path = path;
    }

    RecordingMembers object(String name) {
        if (json.get(name) instanceof JsonObject object) {
            return new RecordingMembers(object, line, path + "." + name);
        }
        throw invalid(name, "must be an object");
    }

    /** A text that is not empty and has no line break. */
    String name(String name) {
        return name(name, false);
    }

    String name(String name, boolean mayBeEmpty) {
        if (json.get(name) instanceof JsonString text
                && text.getString().length() <= LONGEST_NAME
                && text.getString().chars().noneMatch(Character::isISOControl)
                && (mayBeEmpty || !text.getString().isEmpty())) {
            return text.getString();
        }
        throw invalid(
                name,
                "must be a text of " + (mayBeEmpty ? "at most " : "1 to ") + LONGEST_NAME
                        + " signs without line breaks");
    }

    Optional<String> optionalName(String name) {
        return isMissing(name) ? Optional.empty() : Optional.of(name(name));
    }

    String text(String name) {
        // PostgreSQL takes no U+0000.
        if (json.get(name) instanceof JsonString text
                && text.getString().length() <= LONGEST_TEXT
                && text.getString().indexOf('\0') < 0) {
            return text.getString();
        }
        throw invalid(name, "must be a text of at most " + LONGEST_TEXT + " signs without U+0000");
    }

    List<String> texts(String name) {
        JsonValue value = json.get(name);
        if (value == null
                || value.getValueType() != JsonValue.ValueType.ARRAY
                || value.asJsonArray().size() > MOST_VALUES
                || !value.asJsonArray().stream().allMatch(JsonString.class::isInstance)) {
            throw invalid(name, "must be an array of at most " + MOST_VALUES + " texts");
        }
        return value.asJsonArray().getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    Set<String> distinct(String name) {
        return Set.copyOf(texts(name));
    }

    /** Texts by ids of values. */
    Map<String, String> values(String name) {
        JsonObject values = object(name).json;
        if (values.size() > MOST_VALUES) {
            throw invalid(name, "must have at most " + MOST_VALUES + " values");
        }
        Map<String, String> all = new LinkedHashMap<>();
        RecordingMembers members = new RecordingMembers(values, line, path + "." + name);
        values.keySet().forEach(id -> {
            if (!ID.matcher(id).matches()) {
                throw invalid(name, "has a member that is no id of a value");
            }
            all.put(id, members.text(id));
        });
        return all;
    }

    boolean flag(String name) {
        JsonValue value = json.get(name);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        throw invalid(name, "must be true or false");
    }

    int number(String name, int least, int most) {
        return (int) whole(name, least, most);
    }

    /** A whole number from 0. */
    long count(String name) {
        return whole(name, 0, Long.MAX_VALUE);
    }

    OptionalLong optionalCount(String name) {
        return isMissing(name) ? OptionalLong.empty() : OptionalLong.of(count(name));
    }

    private long whole(String name, long least, long most) {
        try {
            if (json.get(name) instanceof JsonNumber number
                    && number.longValueExact() >= least
                    && number.longValueExact() <= most) {
                return number.longValueExact();
            }
        } catch (ArithmeticException e) {
            // said below
        }
        throw invalid(name, "must be a whole number from " + least);
    }

    private boolean isMissing(String name) {
        JsonValue value = json.get(name);
        return value == null || value.getValueType() == JsonValue.ValueType.NULL;
    }

    private AssistantException invalid(String name, String what) {
        return JsonBody.invalid("Line " + line + ": " + path + "." + name + " " + what + ".");
    }
}
