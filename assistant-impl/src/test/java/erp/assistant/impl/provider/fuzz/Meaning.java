package erp.assistant.impl.provider.fuzz;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event means, as the person who recorded or made it knows; nothing of it is read from the event. */
sealed interface Meaning {

    /** The next piece of the answer. */
    record Text(String text) implements Meaning {}

    /** The whole answer, for a reader whom no event has told any text; a refusal declines only then. */
    record Whole(String text, boolean refusal) implements Meaning {}

    /** A piece of what a tool is called with: paid for like text, and shown to nobody. */
    record Arguments(String piece) implements Meaning {}

    record Model(String name) implements Meaning {}

    /**
     * Counts by their names in recordings: in, read, w5, w1, wother (a cache write of untold duration), out (reasoning included),
     * reasoning, searches. A count not named stays.
     */
    record Usage(Map<String, Long> counts) implements Meaning {}

    /** The terms that the response names, in its order: service tier, region. */
    record Terms(TokenUsage.Terms terms) implements Meaning {}

    /** How the answer will have ended when its last word arrives. */
    record Stop(Reason reason) implements Meaning {}

    /** What is said is the model's refusal. */
    record Declines() implements Meaning {}

    /** The provider's last word on the answer; without a reason the stop's. */
    record Answered(@Nullable Reason reason) implements Meaning {}

    /** Nothing of meaning follows. */
    record End() implements Meaning {}

    /** An error told in the stream. */
    record Told(Kind kind) implements Meaning {}

    /** No event of the protocol: the stream ends here. */
    record Malformed() implements Meaning {}

    /** More bytes than any event has. */
    record TooLong() implements Meaning {}

    /** Reads a line of a recording such as {@code #text Hello}; {@code \n}, {@code \s} and {@code \}{@code uXXXX} are Java's. */
    static Meaning of(String line) {
        String word = line.substring(1).split(" ", 2)[0];
        String rest = line.length() > word.length() + 2 ? line.substring(word.length() + 2) : "";
        return switch (word) {
            case "text" -> new Text(unescaped(rest));
            case "whole" -> new Whole(unescaped(rest), false);
            case "whole-refusal" -> new Whole(unescaped(rest), true);
            case "arguments" -> new Arguments(rest);
            case "model" -> new Model(rest);
            case "usage" ->
                new Usage(Arrays.stream(rest.split(" ", -1))
                        .map(count -> count.split("=", 2))
                        .collect(Collectors.toMap(count -> count[0], count -> Long.valueOf(count[1]))));
            case "terms" -> {
                String[] told = rest.split(" ", 2);
                yield new Terms(new TokenUsage.Terms(told[0], told.length > 1 ? told[1] : ""));
            }
            case "stop" -> new Stop(Reason.valueOf(rest));
            case "declines" -> new Declines();
            case "answered" -> new Answered(rest.isEmpty() ? null : Reason.valueOf(rest));
            case "end" -> new End();
            case "error" -> new Told(Kind.valueOf(rest));
            default -> throw new IllegalArgumentException("a recording says " + line);
        };
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        for (int u = text.indexOf("\\u"); u >= 0; u = text.indexOf("\\u", at)) {
            plain.append(text, at, u).append((char) Integer.parseInt(text.substring(u + 2, u + 6), 16));
            at = u + 6;
        }
        return plain.append(text.substring(at)).toString().translateEscapes();
    }
}
