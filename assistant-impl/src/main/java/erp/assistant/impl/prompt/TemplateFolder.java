package erp.assistant.impl.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The templates in an admin's folder: its files that end in {@code .txt}. */
final class TemplateFolder {

    private static final int MOST_FILES = 500;

    private TemplateFolder() {}

    /** In the order of their names. */
    static List<TemplateFile> read(Path folder, int mostTokens) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> String.valueOf(file.getFileName()).endsWith(".txt") && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            return List.of(TemplateFile.wrong(
                    folder.toString(), "cannot be read: " + e.getClass().getSimpleName()));
        }
        List<TemplateFile> read = new ArrayList<>();
        files.forEach(file -> read.add(read(String.valueOf(file.getFileName()), file, mostTokens)));
        return read;
    }

    private static TemplateFile read(String name, Path file, int mostTokens) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return TemplateFile.of(name, bytes.readNBytes(TemplateFile.LARGEST + 1), mostTokens);
        } catch (IOException e) {
            return TemplateFile.wrong(name, "cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
