package erp.assistant.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tool call with which the stub answers instead of a text: the one that the question commands with {@code [[lookup name
 * {"arguments": 1}]]}, the first such command in the first round, the second in the second.
 *
 * @param arguments JSON as it is written in the command
 */
record Asked(String name, String arguments) {

    private static final Pattern COMMAND = Pattern.compile("\\[\\[lookup (\\w+) (\\{.*?})]]", Pattern.DOTALL);
    private static final Pattern NONE =
            Pattern.compile("\"tool_choice\"\\s*:\\s*(?:\"none\"|\\{\\s*\"type\"\\s*:\\s*\"none\")");
    private static final Pattern RESULT =
            Pattern.compile("\"tool_result\"|\"tool_call_id\"\\s*:|\"function_call_output\"");

    /** What is said before it, as models do. */
    static final String BEFORE = "Let me look that up.";

    /** Nothing if no tools are offered, none may be called, or no command is left. */
    static Optional<Asked> of(StubRequest request, StubSettings settings) {
        String body = request.body();
        if (!body.contains("\"tools\":") || (NONE.matcher(body).find() && !settings.on(Setting.LOOKUPNONE))) {
            return Optional.empty();
        }
        List<Asked> commands = new ArrayList<>();
        Matcher command = COMMAND.matcher(Json.unescaped(body));
        while (command.find()) {
            commands.add(new Asked(command.group(1), command.group(2)));
        }
        if (commands.isEmpty()) {
            return Optional.empty();
        }
        int round = (int) RESULT.matcher(body).results().count();
        if (settings.on(Setting.LOOKUPLOOP)) {
            return Optional.of(commands.get(Math.min(round, commands.size() - 1)));
        }
        return round < commands.size() ? Optional.of(commands.get(round)) : Optional.empty();
    }

    /** The arguments in two pieces, as they come in a stream. */
    List<String> pieces() {
        int half = arguments.length() / 2;
        return List.of(arguments.substring(0, half), arguments.substring(half));
    }
}
