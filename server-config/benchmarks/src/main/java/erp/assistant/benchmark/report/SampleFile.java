package erp.assistant.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** The samples of all runs, a line each. A part that is measured anew replaces its samples, unless the new ones are added. */
public final class SampleFile {

    private final Path file;

    public SampleFile(Path file) {
        this.file = file;
    }

    public List<Sample> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(SampleJson::read).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what is known of a part's targets. */
    public void forget(Set<String> parts, Set<String> targets) {
        List<String> kept = read().stream()
                .filter(sample -> !parts.contains(sample.part()) || !targets.contains(sample.target()))
                .map(SampleJson::write)
                .toList();
        try {
            Files.write(file, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(Sample sample) {
        try {
            Files.writeString(
                    file, SampleJson.write(sample) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
