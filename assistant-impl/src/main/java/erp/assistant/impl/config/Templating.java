package erp.assistant.impl.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which instructions prompts are written with.
 *
 * @param folder where an admin's own are
 * @param versions by name, instead of the highest
 */
public record Templating(Optional<Path> folder, Map<String, Integer> versions) {

    public static final Templating DEFAULT = new Templating(Optional.empty(), Map.of());

    public Templating {
        versions = Map.copyOf(versions);
    }
}
