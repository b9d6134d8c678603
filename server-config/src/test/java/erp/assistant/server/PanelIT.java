package erp.assistant.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People at the sample ERP's screens who ask the assistant beside them. */
@SuppressWarnings("NullAway") // startChromium and openBrowser have run
class PanelIT extends ServerTest {

    private static final int MOST_TABS = 150;
    private static final String IN_CITATION =
            "document.activeElement.shadowRoot?.activeElement?.classList.contains('citation') === true";

    private static @Nullable Chromium chromium;
    private @Nullable Screens screens;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        // Figures that a person expects while text is slow to come.
        configuration.put("assistant.timeout.first-content", "10s");
        Server.configure(configuration);
        PROVIDERS.primary.configure("ttft=300 gap=40");
        screens = chromium.screens();
    }

    @AfterEach
    void nothingToComplainOf() {
        List<String> complaints = screens.complaints();
        screens.close();
        assertThat(complaints)
                .as("console errors, policy violations, password dialogs")
                .isEmpty();
    }

    @Test
    void annaSeesTheAnswerArriveInPiecesAndWhatItTook() {
        screens.signIn("anna").openOrder("4711");
        screens.watchText();

        screens.ask("Why is this order blocked?");

        assertThat(screens.footer()).hasText(new Pattern[] {
            Pattern.compile("\\S+"),
            Pattern.compile("[\\d.]+ sec to first response"),
            Pattern.compile("[\\d.]+ sec in total"),
            Pattern.compile("[\\d,]+ in / \\d+ out tokens"),
            Pattern.compile("€0\\.\\d+")
        });
        assertThat(screens.watchedLengths())
                .as("lengths of the text as it came")
                .hasSizeGreaterThan(3)
                .isSorted();
        assertThat(screens.answer().locator(".mark, .warning, .alert")).hasCount(0);
        assertThat(screens.text()).containsText("Credit hold");
    }

    @Test
    void aCitationLeadsToTheFieldOnTheScreen() {
        screens.signIn("anna").openOrder("4711");
        screens.ask("What is the credit limit?");
        Locator citation = screens.text().locator(".citation[data-id=creditLimit]");
        assertThat(screens.field("creditLimit")).not().isInViewport();

        citation.click();

        assertThat(screens.field("creditLimit")).isFocused();
        assertThat(screens.field("creditLimit")).isInViewport();
        assertThat(screens.field("creditLimit")).hasText("€40,000.00");
    }

    @Test
    void aQuickActionAsksItsQuestion() {
        screens.signIn("anna").openOrder("4711");

        screens.panel().getByText("Why is it blocked?").click();

        assertThat(screens.panel().locator(".question"))
                .hasText("Why is this order blocked, and what would release it?");
        assertThat(screens.footer()).hasCount(5);
    }

    @Test
    void anAnswerGivenAnewComesFromTheModelAndNotFromTheCache() {
        screens.signIn("anna").openOrder("4711");
        screens.ask("Why is this order blocked?");
        assertThat(screens.footer()).hasCount(5);
        long before = PROVIDERS.primary.stats().requests();

        screens.panel().getByLabel("Answer again").click();

        assertThat(screens.panel().locator(".versions .count")).hasText("2/2");
        assertThat(screens.footer()).hasCount(5);
        assertThat(screens.answer().locator(".mark")).hasCount(0);
        assertThat(PROVIDERS.primary.stats().requests()).isEqualTo(before + 1);
    }

    @Test
    void aStoppedAnswerKeepsItsTextAndFreesTheProvider() {
        screens.signIn("anna").openOrder("4711");
        screens.ask("Why is this order blocked?");
        assertThat(screens.footer()).hasCount(5);
        long aborts = PROVIDERS.primary.stats().clientAborts();
        PROVIDERS.primary.configure("tokens=400 capmax=0 gap=100");

        screens.ask("Tell me everything.");
        assertThat(screens.text()).containsText("The record");
        screens.panel()
                .getByText("Stop", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(screens.answer().locator(".warning")).hasText("Stopped. The text above is not the whole answer.");
        assertThat(screens.text()).containsText("The record");
        assertThat(screens.panel().locator(".answer")).hasCount(2);
        Server.await(
                "the provider to see its connection closed",
                () -> PROVIDERS.primary.stats().clientAborts() > aborts);
        assertThat(PROVIDERS.primary.stats().active()).isZero();
    }

    @Test
    void withoutAProviderTheAnswerIsMarkedAsTheRecordsOwn() {
        Server.configure(Map.of());
        screens.signIn("anna").openOrder("4711");

        screens.ask("Which lines are late?");

        assertThat(screens.answer().locator(".mark-offline")).isVisible();
        assertThat(screens.text()).containsText("No AI model answered this question.");
        assertThat(screens.text()).containsText("SE-1177");
    }

    @Test
    void whoseSessionHasEndedIsToldSoAndKeepsTheQuestion() {
        screens.signIn("anna").openOrder("4711");
        screens.signOutBehindThePanelsBack();

        screens.ask("Why is this order blocked?");

        assertThat(screens.answer().locator(".alert")).containsText("You are no longer signed in.");
        assertThat(screens.panel().locator(".question")).hasText("Why is this order blocked?");
        assertThat(PROVIDERS.primary.stats().requests()).isZero();
    }

    @Test
    void whoSignsInAgainInAnotherTabTriesAgainWithTheSameQuestion() {
        screens.signIn("anna").openOrder("4711");
        screens.signOutBehindThePanelsBack();
        screens.ask("Why is this order blocked?");
        assertThat(screens.answer().locator(".alert")).isVisible();

        Page tab = screens.page.context().newPage();
        tab.navigate(Server.uri("/erp/").toString());
        tab.getByLabel("User").fill("anna");
        tab.getByLabel("Password").fill("anna");
        tab.locator("button[type=submit]").click();
        assertThat(tab.locator("h1")).hasText("Sales orders");
        tab.close();
        screens.answer().locator(".alert button").click();

        assertThat(screens.text()).containsText("Credit hold");
        assertThat(screens.panel().locator(".question")).hasCount(1);
    }

    @Test
    void afterAReloadTheConversationIsFoundAgainAndGoesOn() {
        screens.signIn("anna").openOrder("4711");
        screens.ask("Why is this order blocked?");
        assertThat(screens.footer()).hasCount(5);

        screens.page.reload();

        assertThat(screens.panel().locator(".question")).hasCount(0);
        screens.panel().getByLabel("Earlier conversations").click();
        screens.panel().locator(".conversations .source").first().click();
        assertThat(screens.panel().locator(".question")).hasText("Why is this order blocked?");
        assertThat(screens.text()).containsText("Credit hold");
        screens.ask("And since when?");
        assertThat(screens.panel().locator(".answer .footer")).hasCount(2);
        assertThat(PROVIDERS.primary.lastRequest().orElseThrow().body())
                .as("what was said before")
                .contains("Why is this order blocked?");
    }

    @Test
    void theKeyboardAloneLeadsFromTheScreenToAnAnswerAndBackToTheField() {
        screens.signIn("anna").openOrder("4711");
        screens.page.locator("body").press("Tab");
        assertThat(screens.page.getByText("Skip to content")).isFocused();
        tabUntil("document.activeElement.shadowRoot?.activeElement?.localName === 'textarea'");

        screens.page.keyboard().type("Why is this order blocked?");
        screens.page.keyboard().press("Enter");
        assertThat(screens.footer()).hasCount(5);
        screens.page.keyboard().press("Shift+Tab");
        for (int i = 0; i < MOST_TABS && !holds(IN_CITATION); i++) {
            screens.page.keyboard().press("Shift+Tab");
        }
        String cited = (String) screens.page.evaluate("document.activeElement.shadowRoot.activeElement.dataset.id");
        screens.page.keyboard().press("Enter");

        assertThat(screens.field(cited)).isFocused();
    }

    private void tabUntil(String condition) {
        for (int i = 0; i < MOST_TABS && !holds(condition); i++) {
            screens.page.keyboard().press("Tab");
        }
        assertThat(holds(condition)).as(condition).isTrue();
    }

    private boolean holds(String condition) {
        return (boolean) screens.page.evaluate(condition);
    }

    @Test
    void veraSeesNoCreditAndNoPriceAndNoneIsSentForHer() {
        screens.signIn("vera").openOrder("4711");

        screens.ask("What is the credit limit?");

        assertThat(screens.footer()).hasCount(5);
        // The footer's cost is the one amount that she sees.
        String sheet = screens.page.locator("main > .sheet").textContent()
                + screens.text().textContent();
        assertThat(sheet).contains("SE-1177").doesNotContain("Credit limit", "40,000", "€", "EUR");
        assertThat(PROVIDERS.primary.lastRequest().orElseThrow().body())
                .contains("Late lines=")
                .doesNotContain("Credit limit", "40000", "EUR");
    }

    @Test
    void anOrderOfAnotherCompanyIsAPlainPageWithoutAnAssistant() {
        screens.signIn("anna");

        screens.open("/erp/sales-order.html?id=4712");

        assertThat(screens.page.locator("main .message")).hasText("This record does not exist, or you may not see it.");
        assertThat(screens.panel()).hasCount(0);
    }
}
