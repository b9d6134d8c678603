package erp.assistant.stub;

import java.util.EnumMap;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * All settings of the stub at one moment; immutable.
 *
 * <p>Changed by assignments such as {@code "ttft=300 gap=20 e529=10"}, separated by blanks, commas, semicolons or {@code &}.
 */
final class StubSettings {

    static final StubSettings INITIAL = new StubSettings(initialValues(), TextMode.FACTS, "");

    private static final Pattern SEPARATORS = Pattern.compile("[&\\s,;]+");

    private final EnumMap<Setting, Double> values;
    private final TextMode text;
    private final String script;

    private StubSettings(EnumMap<Setting, Double> values, TextMode text, String script) {
        this.values = values;
        this.text = text;
        this.script = script;
    }

    private static EnumMap<Setting, Double> initialValues() {
        EnumMap<Setting, Double> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.initial);
        }
        return values;
    }

    double get(Setting setting) {
        return values.getOrDefault(setting, setting.initial);
    }

    int whole(Setting setting) {
        return (int) get(setting);
    }

    /** A setting in milliseconds as nanoseconds. */
    long nanos(Setting setting) {
        return (long) (get(setting) * 1e6);
    }

    boolean on(Setting setting) {
        return get(setting) != 0;
    }

    TextMode text() {
        return text;
    }

    String script() {
        return script;
    }

    /** These settings with the script as the answer's text. */
    StubSettings withScript(String newScript) {
        return new StubSettings(values, TextMode.SCRIPT, newScript);
    }

    /**
     * These settings with the assignments applied.
     *
     * @throws IllegalArgumentException for an unknown name or a value that is not a number; the message names it
     */
    StubSettings with(String assignments) {
        return with(assignments, true);
    }

    /** The same for text that a person may have typed: what is not an assignment is passed over. */
    StubSettings withWhatFits(String assignments) {
        return with(assignments, false);
    }

    private StubSettings with(String assignments, boolean strict) {
        EnumMap<Setting, Double> changed = values.clone();
        TextMode mode = text;
        for (String assignment : SEPARATORS.split(assignments, 0)) {
            if (assignment.isEmpty()) {
                continue;
            }
            int equals = assignment.indexOf('=');
            try {
                if (equals < 1) {
                    throw new IllegalArgumentException("not an assignment");
                }
                String name = assignment.substring(0, equals).toUpperCase(Locale.ROOT);
                String value = assignment.substring(equals + 1);
                if (name.equals("TEXT")) {
                    mode = TextMode.valueOf(value.toUpperCase(Locale.ROOT));
                } else {
                    changed.put(Setting.valueOf(name), Double.valueOf(value));
                }
            } catch (IllegalArgumentException e) {
                if (strict) {
                    throw new IllegalArgumentException("The stub has no setting \"" + assignment + "\".", e);
                }
            }
        }
        return new StubSettings(changed, mode, script);
    }

    String json() {
        StringBuilder json =
                new StringBuilder("{\"text\":\"").append(text.name().toLowerCase(Locale.ROOT));
        json.append('"');
        for (Setting setting : Setting.values()) {
            json.append(",\"").append(setting.key()).append("\":").append(get(setting));
        }
        return json.append("}\n").toString();
    }
}
