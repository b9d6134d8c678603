package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The panel in a browser; whatever a test does, no console error, no policy violation and no foreign request may come of it. */
abstract class PanelTestBase {
    private static @Nullable Chromium chromium;

    final List<String> complaints = new ArrayList<>();
    PanelServer server;
    BrowserContext context;
    Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    @SuppressWarnings("NullAway") // startBrowser has run
    void newPage() throws IOException {
        server = new PanelServer();
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        context.addInitScript(
                "addEventListener('securitypolicyviolation',"
                        + " event => console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI + event.sample))");
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // The browser itself reports refused requests, which are part of many a test.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(server.url("/"))) {
                complaints.add("request to " + request.url());
            }
        });
    }

    @AfterEach
    void closePage() {
        context.close();
        server.close();
        assertThat(complaints)
                .as("console errors, policy violations, foreign requests")
                .isEmpty();
    }

    void openPage(String lang, String theme, String attributes) {
        page.navigate(server.url("/erp/order?lang=" + lang + "&theme=" + theme + "&attributes=" + attributes));
    }

    void openPage() {
        openPage("en", "light", "");
        assertThat(summary()).hasText("5 fields of Sales order 4711 are sent");
    }

    ScriptedAnswer ask(String question) throws InterruptedException {
        input().fill(question);
        input().press("Enter");
        return server.nextAnswer();
    }

    Locator panel() {
        return page.locator("erp-assistant");
    }

    Locator summary() {
        return panel().locator(".context > summary");
    }

    Locator input() {
        return panel().locator("textarea");
    }

    Locator send() {
        return panel().locator(".send");
    }

    Locator answer() {
        return panel().locator(".answer").last();
    }

    Locator text() {
        return answer().locator(".markdown");
    }

    Locator status() {
        return panel().locator("[role=status]");
    }

    Locator alert() {
        return panel().locator("[role=alert]");
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "panel-screenshots", name + ".png")));
    }
}
