package erp.assistant.benchmark.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The runs whose samples are kept, a line of JSON each. */
public final class RunFile {

    private final Path file;

    public RunFile(Path file) {
        this.file = file;
    }

    public List<Run> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(RunFile::run).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a run.
     *
     * @param replaces whether what earlier runs said of the same parts is void
     */
    public void add(Run run, boolean replaces) {
        Stream<Run> earlier = read().stream()
                .map(old -> replaces ? old.without(run.parts()) : old)
                .filter(old -> !old.parts().isEmpty());
        try {
            Files.write(
                    file,
                    Stream.concat(earlier, Stream.of(run)).map(RunFile::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Run run) {
        JsonArrayBuilder parts = Json.createArrayBuilder();
        run.parts().forEach(parts::add);
        JsonObjectBuilder conditions = Json.createObjectBuilder();
        run.conditions().forEach(conditions::add);
        return Json.createObjectBuilder()
                .add("parts", parts)
                .add("conditions", conditions)
                .build()
                .toString();
    }

    private static Run run(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            JsonObject object = reader.readObject();
            Set<String> parts = new LinkedHashSet<>();
            object.getJsonArray("parts").getValuesAs(JsonString.class).forEach(part -> parts.add(part.getString()));
            Map<String, String> conditions = new LinkedHashMap<>();
            object.getJsonObject("conditions")
                    .forEach((name, value) -> conditions.put(name, ((JsonString) value).getString()));
            return new Run(parts, conditions);
        }
    }
}
