package erp.assistant.benchmark;

import erp.assistant.benchmark.figure.Part;
import erp.assistant.benchmark.figure.Scale;
import erp.assistant.benchmark.target.TargetName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/**
 * What the command asks for.
 *
 * @param parts in the order of {@link Part}
 * @param append whether the samples of earlier runs of these parts stay
 * @param force whether to measure on a machine that others use, and say so
 * @param capacity the streams that the server is said to hold, for the overload; 0 for those it is seen to hold
 */
public record Options(
        int rounds,
        Set<Part> parts,
        Set<TargetName> targets,
        boolean append,
        boolean force,
        Scale scale,
        int capacity) {

    private static final String PREFIX = "benchmark.";

    /**
     * Reads {@code benchmark.rounds}, {@code .only}, {@code .targets}, {@code .append}, {@code .force}, {@code .scale} and
     * {@code .capacity}.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    static Options of(Properties properties) {
        return new Options(
                whole(properties, "rounds", "1", 1, 20),
                chosen(properties, "only", Part.class, Part::key),
                chosen(properties, "targets", TargetName.class, TargetName::key),
                Boolean.parseBoolean(value(properties, "append", "false")),
                Boolean.parseBoolean(value(properties, "force", "false")),
                new Scale(Double.parseDouble(value(properties, "scale", "1"))),
                whole(properties, "capacity", "0", 0, 4_000));
    }

    /** The command that asks for the same, without what is the default. */
    String command() {
        StringBuilder command = new StringBuilder("mvn verify -Pbenchmark -DskipTests");
        flag(command, "rounds", Integer.toString(rounds), "1");
        if (parts.size() < Part.values().length) {
            flag(command, "only", String.join(",", parts.stream().map(Part::key).toList()), "");
        }
        if (targets.size() < TargetName.values().length) {
            flag(
                    command,
                    "targets",
                    String.join(",", targets.stream().map(TargetName::key).toList()),
                    "");
        }
        flag(command, "append", Boolean.toString(append), "false");
        flag(command, "force", Boolean.toString(force), "false");
        flag(command, "scale", Double.toString(scale.factor()), "1.0");
        flag(command, "capacity", Integer.toString(capacity), "0");
        return command.toString();
    }

    private static void flag(StringBuilder command, String name, String value, String initial) {
        if (!value.equals(initial)) {
            command.append(" -D").append(PREFIX).append(name).append('=').append(value);
        }
    }

    private static String value(Properties properties, String name, String initial) {
        String value = properties.getProperty(PREFIX + name, "").strip();
        return value.isEmpty() ? initial : value;
    }

    private static int whole(Properties properties, String name, String initial, int least, int most) {
        String value = value(properties, name, initial);
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(
                    PREFIX + name + " must be a whole number from " + least + " to " + most + ", not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static <E extends Enum<E>> Set<E> chosen(
            Properties properties, String name, Class<E> type, Function<E, String> key) {
        String value = value(properties, name, "");
        if (value.isEmpty()) {
            return EnumSet.allOf(type);
        }
        List<E> chosen = new ArrayList<>();
        for (String wanted : value.toLowerCase(Locale.ROOT).split("\\s*,\\s*")) {
            chosen.add(EnumSet.allOf(type).stream()
                    .filter(candidate -> key.apply(candidate).equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(PREFIX + name + " knows "
                            + EnumSet.allOf(type).stream().map(key).toList() + ", not " + wanted + ".")));
        }
        return EnumSet.copyOf(chosen);
    }
}
