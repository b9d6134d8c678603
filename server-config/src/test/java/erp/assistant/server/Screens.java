package erp.assistant.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** The sample ERP's screens in one person's browser, and whatever that browser complains of. */
final class Screens implements AutoCloseable {

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    Screens(BrowserContext context) {
        this.context = context;
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
        page.onResponse(response -> {
            // What opens the browser's own password dialog.
            if (response.headers().containsKey("www-authenticate")) {
                complaints.add("password dialog by " + response.url());
            }
        });
    }

    Screens signIn(String user) {
        page.navigate(Server.uri("/erp/").toString());
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(user);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Sales orders");
        return this;
    }

    /** Finds a sales order in the list and opens it; the assistant is ready. */
    Screens openOrder(String number) {
        page.getByLabel("Search").fill(number);
        page.locator("tbody a").getByText(number).click();
        assertThat(page.locator("h1")).hasText("Sales order " + number);
        assertThat(panel().locator(".context > summary"))
                .containsText("fields of Sales order " + number + " can be sent");
        return this;
    }

    void open(String path) {
        page.navigate(Server.uri(path).toString());
    }

    void ask(String question) {
        panel().locator("textarea").fill(question);
        panel().locator("textarea").press("Enter");
    }

    void signOutBehindThePanelsBack() {
        context.clearCookies();
    }

    Locator panel() {
        return page.locator("erp-assistant");
    }

    Locator answer() {
        return panel().locator(".answer").last();
    }

    Locator text() {
        return answer().locator(".markdown");
    }

    Locator footer() {
        return answer().locator(".footer li");
    }

    Locator field(String id) {
        return page.locator("[data-assistant-field='" + id + "']");
    }

    /** Notes from now on how long the last answer's text is, each time that it changes while the answer is being written. */
    void watchText() {
        page.evaluate("""
                () => {
                  const seen = (window.seenLengths = []);
                  const root = document.querySelector('erp-assistant').shadowRoot;
                  new MutationObserver(() => {
                    const writing = root.querySelector('.answer[aria-busy=true] .markdown');
                    const length = writing ? writing.textContent.length : 0;
                    if (length > 0 && length !== seen.at(-1)) seen.push(length);
                  }).observe(root, { subtree: true, childList: true, characterData: true });
                }""");
    }

    List<Integer> watchedLengths() {
        return ((List<?>) page.evaluate("window.seenLengths"))
                .stream().map(Integer.class::cast).toList();
    }

    /** Console errors, violations of the content security policy and password dialogs so far. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
