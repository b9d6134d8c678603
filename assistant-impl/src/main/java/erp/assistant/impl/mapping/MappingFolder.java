package erp.assistant.impl.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the mapping files in a folder: its files that end in {@code .json}, but not in {@code .schema.json}. */
final class MappingFolder {

    private static final long LARGEST = 256 * 1024L;

    private MappingFolder() {}

    /** By name; an empty text for a file that cannot be read. */
    static Map<String, Optional<String>> texts(Optional<Path> folder) {
        Map<String, Optional<String>> texts = new TreeMap<>();
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.list(folder.get())) {
                files.filter(MappingFolder::mapping).forEach(file -> texts.put(name(file), text(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean mapping(Path file) {
        String name = name(file);
        return name.endsWith(".json") && !name.endsWith(".schema.json") && Files.isRegularFile(file);
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.size(file) > LARGEST
                    ? Optional.empty()
                    : Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
