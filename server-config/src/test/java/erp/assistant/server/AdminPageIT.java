package erp.assistant.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who open the admin page of the real server. */
@SuppressWarnings("NullAway") // startChromium and openBrowser have run
class AdminPageIT extends ServerTest {

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
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
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
    void adamSeesTheCallThatHasJustBeenAnswered() {
        Answer answer = Answer.ask("What does this order contain?").whole();
        assertThat(answer.done().getString("model")).isEqualTo("claude-haiku-4-5");

        screens.signIn("adam").open("/assistant/admin/");

        assertThat(screens.page.locator(".tile .figure").first()).containsText("€");
        assertThat(screens.page.locator(".plot svg")).hasCount(4);
        screens.page.locator("nav a[href$='#calls']").click();
        Locator newest = screens.page.locator(".calls > tbody > tr").first();
        assertThat(newest).containsText("anna");
        assertThat(newest).containsText("sales-order 4711");
        assertThat(newest).containsText("claude-haiku-4-5");
        assertThat(newest.locator(".chip")).hasText("answered");
    }

    @Test
    void adamTriesWhetherAnswersReachHisBrowserWhileTheyAreWritten() {
        screens.signIn("adam").open("/assistant/admin/#providers");
        screens.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try it"))
                .click();

        assertThat(screens.page.locator("[data-part=providers] .card").last().getByRole(AriaRole.STATUS))
                .containsText("Answers stream: 10 messages");
    }

    @Test
    void whatAdamSwitchesOffOnThePageCannotBeAskedAboutUntilHeSwitchesItOnAgain() {
        screens.signIn("adam").open("/assistant/admin/#switches");
        turn("Switch off: Record type sales-order");
        assertThat(screens.page.locator("[data-part=switches] [role=status]").first())
                .hasText("Switched off: Record type sales-order.");

        HttpResponse<String> refused = Server.send(Answer.asking("anna", "sales-order", "4711", "What is this?")
                .header("Accept", "text/event-stream")
                .build());
        assertThat(Server.object(refused.body()).getString("code")).isEqualTo("switched-off");

        turn("Switch on: Record type sales-order");
        assertThat(screens.page.locator("[data-part=switches] [role=status]").first())
                .hasText("Switched on: Record type sales-order.");
        assertThat(Answer.ask("What does this order contain?").whole().done().getString("source"))
                .isEqualTo("primary");
    }

    private void turn(String name) {
        screens.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        screens.page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("A test.");
        screens.page.keyboard().press("Enter");
    }

    @Test
    void eachPartOfThePageShowsWhatTheServerHas() {
        Map<String, String> configuration = PROVIDERS.configuration("anthropic", "openai");
        configuration.put("assistant.budget.monthly", "280.00");
        Server.configure(configuration);
        screens.signIn("adam").open("/assistant/admin/");
        for (String part : List.of("audit", "budgets", "providers", "prices", "switches", "configuration")) {
            screens.page.locator("nav a[href$='#" + part + "']").click();
            assertThat(screens.page.locator("[data-part=" + part + "] table").first())
                    .isVisible();
            assertThat(screens.page.locator("[data-part=" + part + "] .note.bad"))
                    .hasCount(0);
        }
    }

    @Test
    void annaIsToldThatThePageIsNotForHer() {
        screens.signIn("anna").open("/assistant/admin/");

        assertThat(screens.page.locator("[role=alert]"))
                .containsText("This page is for people with the role assistant-admin.");
    }

    @Test
    void whoeverIsNotSignedInIsToldWhereTo() {
        screens.open("/assistant/admin/");

        assertThat(screens.page.locator("[role=alert]"))
                .containsText("Sign in to the ERP as a person with the role assistant-admin");
    }
}
