package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import erp.assistant.impl.config.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream in the shape in which a provider sends it. Lines that begin with {@code #} are not part of it: they say what the
 * event below them means.
 */
record Recording(Dialect dialect, String name, List<Item> items) {

    private static final List<String> ANTHROPIC =
            List.of("basic", "thinking", "cached", "refusal", "capped", "searched", "overloaded");
    private static final List<String> OPENAI =
            List.of("basic", "uncounted", "refusal", "filtered", "reasoning", "parts", "failed", "called");
    private static final List<String> RESPONSES = List.of(
            "basic",
            "reasoning",
            "refusal",
            "capped",
            "filtered",
            "failed",
            "failed-counted",
            "declined",
            "error-flat",
            "error-nested",
            "cancelled",
            "gateway",
            "steered");

    Recording {
        items = List.copyOf(items);
    }

    static List<Recording> all() {
        List<Recording> all = new ArrayList<>();
        ANTHROPIC.forEach(name -> all.add(read(Dialect.ANTHROPIC, name)));
        OPENAI.forEach(name -> all.add(read(Dialect.OPENAI, name)));
        RESPONSES.forEach(name -> all.add(read(Dialect.OPENAI_RESPONSES, name)));
        return List.copyOf(all);
    }

    private static Recording read(Dialect dialect, String name) {
        String resource = "/erp/assistant/impl/provider/recorded/" + dialect.key() + "/" + name + ".sse";
        try (InputStream in = Recording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no recording " + resource);
            }
            return new Recording(dialect, name, items(new String(in.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Item> items(String text) {
        List<Item> items = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<Meaning> meanings = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("#")) {
                if (!line.startsWith("##")) {
                    meanings.add(Meaning.of(line));
                }
            } else if (!line.isEmpty()) {
                lines.add(line);
            } else if (!lines.isEmpty()) {
                items.add(Item.of(lines, meanings));
                lines.clear();
                meanings.clear();
            }
        }
        return items;
    }

    @Override
    public String toString() {
        return dialect.key() + "/" + name;
    }
}
