package sample.erp.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The security headers forbid these; the browser would block them, so they must not be there. */
class PagesTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    @ParameterizedTest
    @MethodSource("pages")
    void pagesHoldNeitherScriptsNorStyles(Path page) {
        assertThat(read(page))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=")
                .contains("<html lang=\"en\">", "<meta name=\"viewport\"", "<main");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void scriptsBuildElementsAndNoMarkup(Path script) {
        assertThat(read(script))
                .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function")
                .doesNotContainPattern("https?://");
    }

    static Stream<Path> pages() throws IOException {
        return files(WEBAPP, ".html");
    }

    static Stream<Path> scripts() throws IOException {
        return files(WEBAPP.resolve("js"), ".js");
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
