package erp.assistant.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A page in a browser; whatever a test does, no console error, no policy violation and no foreign request may come of it. */
@SuppressWarnings("NullAway") // every test opens its page before it uses it
abstract class BrowserTest {
    private static @Nullable Chromium chromium;

    final List<String> complaints = new ArrayList<>();
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

    /** @param origin the only place that the page may talk to */
    void newPage(String origin, Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
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
            if (!request.url().startsWith(origin)) {
                complaints.add("request to " + request.url());
            }
        });
    }

    @AfterEach
    void closePage() {
        context.close();
        assertThat(complaints)
                .as("console errors, policy violations, foreign requests")
                .isEmpty();
    }

    /** Nothing that axe objects to, and nothing wider than the window. */
    void checkAccessibility(String state) {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(CheckedNode::getHtml)
                                        .toList())
                        .toList())
                .as("axe violations, state " + state)
                .isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("horizontal overflow of the page, state " + state)
                .isNotPositive();
    }

    void screenshot(String folder, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", folder, name + ".png"))
                .setFullPage(whole));
    }
}
