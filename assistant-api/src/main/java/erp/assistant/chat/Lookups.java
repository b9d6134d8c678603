package erp.assistant.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a model may look up while it answers, and what it has looked up so far. Typed and read-only: a model names a tool and gives
 * arguments, the ERP decides under the asker's rights what comes of it.
 *
 * @param tools empty if it may look up nothing
 * @param rounds oldest first
 * @param more whether it may ask again; if not, it has to answer from what it has
 */
public record Lookups(List<Tool> tools, List<Round> rounds, boolean more) {

    /** Nothing may be looked up. */
    public static final Lookups NONE = new Lookups(List.of(), List.of(), false);

    /**
     * Something that a model may ask for.
     *
     * @param name letters, digits and underscores
     * @param schema of its arguments, as JSON Schema
     */
    public record Tool(String name, String description, String schema) {
        public Tool {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(schema, "schema");
        }
    }

    /**
     * What a model has asked for.
     *
     * @param id unique within the answer: letters, digits and underscores
     * @param arguments as the model wrote them; not trusted
     */
    public record Call(String id, String name, String arguments) {
        public Call {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(arguments, "arguments");
        }

        /** Does not show the arguments, so that it can be logged. */
        @Override
        public String toString() {
            return "Call[" + id + " " + name + "]";
        }
    }

    /**
     * What came of a call.
     *
     * @param content data, or if it failed what the model may mend
     */
    public record Result(String content, boolean failed) {
        public Result {
            Objects.requireNonNull(content, "content");
        }

        /** Does not show the content, so that it can be logged. */
        @Override
        public String toString() {
            return "Result[" + content.length() + " characters" + (failed ? ", failed" : "") + "]";
        }
    }

    /**
     * The calls of one turn of the model, and their results in the same order.
     *
     * @param text what the model said before; may be empty
     */
    public record Round(String text, List<Call> calls, List<Result> results) {
        public Round {
            Objects.requireNonNull(text, "text");
            calls = List.copyOf(calls);
            results = List.copyOf(results);
            if (calls.isEmpty() || calls.size() != results.size()) {
                throw new IllegalArgumentException(calls.size() + " calls with " + results.size() + " results");
            }
        }

        /** Does not show the content, so that it can be logged. */
        @Override
        public String toString() {
            return "Round[" + calls + ", " + results + "]";
        }
    }

    public Lookups {
        tools = List.copyOf(tools);
        rounds = List.copyOf(rounds);
    }

    /** Whether anything may be or was looked up. */
    public boolean any() {
        return !tools.isEmpty();
    }

    /** The same after a further round. */
    public Lookups after(Round round, boolean mayAskAgain) {
        List<Round> all = new ArrayList<>(rounds);
        all.add(round);
        return new Lookups(tools, all, mayAskAgain);
    }
}
