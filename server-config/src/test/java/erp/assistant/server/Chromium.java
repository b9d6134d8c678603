package erp.assistant.server;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium that the operating system has, the one that the environment variable CHROMIUM names first. */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    private Chromium(Path executable) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** Without a Chromium the tests are skipped, but on a build server, where CI is set, they fail. */
    static Chromium start() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new)
                .orElseGet(Chromium::none);
    }

    private static Chromium none() {
        String message = "No Chromium in " + PLACES + " and none named by the environment variable CHROMIUM";
        return System.getenv("CI") == null ? abort(message) : fail(message + ", but CI is set");
    }

    /** A browser that nobody has signed in with. */
    Screens screens() {
        return screens("en-US");
    }

    /** One whose language is another. */
    Screens screens(String locale) {
        return new Screens(browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale(locale)));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
