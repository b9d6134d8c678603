package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The panel in a browser, on a host page that is served with it. */
abstract class PanelTestBase extends BrowserTest {
    PanelServer server;

    @BeforeEach
    void newPage() throws IOException {
        server = new PanelServer();
        newPage(server.url("/"), new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    @AfterEach
    void closeServer() {
        server.close();
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
        screenshot("panel-screenshots", name, false);
    }
}
