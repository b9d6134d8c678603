package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The panel in a browser, on a host page that is served with it. */
abstract class PanelTestBase extends BrowserTest {
    PanelServer server;

    @BeforeEach
    void newPage() throws IOException {
        server = new PanelServer();
        newPage(server.url("/"), new Browser.NewContextOptions().setViewportSize(1280, 800));
        // Who has used the assistant before is not told again what it is.
        context.addInitScript(
                "if (!location.search.includes('newcomer')) localStorage.setItem('erp-assistant.read.1', '')");
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
        assertThat(summary()).hasText("5 fields of Sales order 4711 can be sent");
    }

    /** A page with more in it, such as a form. */
    void openPageWith(String form) {
        page.navigate(server.url("/erp/order?lang=en&theme=light&form=" + URLEncoder.encode(form, UTF_8)));
        assertThat(summary()).hasText("5 fields of Sales order 4711 can be sent");
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

    Locator button(String name) {
        return panel().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    void screenshot(String name) {
        screenshot("panel-screenshots", name, false);
    }
}
