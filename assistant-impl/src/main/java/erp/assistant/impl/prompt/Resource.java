package erp.assistant.impl.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text file that is shipped beside this package's classes. */
final class Resource {

    private Resource() {}

    static String text(String path) {
        try (InputStream bytes = Resource.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("the resource " + path + " is missing in the jar");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource " + path + " cannot be read", unreadable);
        }
    }
}
