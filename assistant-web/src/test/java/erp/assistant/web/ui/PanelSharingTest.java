package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What people are told before, and what is sent only if they agree. */
class PanelSharingTest extends PanelTestBase {
    private static final String FORM = "<form data-assistant-form>"
            + "<label>Requested date <input name=date value='4 December'></label>"
            + "<label>Terms <select name=terms><option>30 days<option>60 days</select></label>"
            + "<label>Partial delivery <input type=checkbox></label>"
            + "<label>Password <input type=password></label></form>"
            + "<label>Elsewhere <input id=elsewhere></label>";

    private Locator share() {
        return panel().locator(".share");
    }

    private void openAsNewcomer(String attributes) {
        openPage("en", "light", attributes + "&newcomer=1");
        assertThat(summary()).hasText("5 fields of Sales order 4711 can be sent");
    }

    @Test
    void unsavedValuesAreSentOnlyByAgreementAndOnlyOnce() throws Exception {
        openPageWith(FORM);
        assertThat(share()).isHidden();
        page.getByLabel("Requested date").fill("11 December");
        page.getByLabel("Terms").focus();
        page.getByLabel("Terms").selectOption("60 days");
        page.getByLabel("Password").fill("secret");
        page.getByLabel("Elsewhere").fill("nobody asks for this");
        assertThat(share()).hasText("Also send 2 unsaved values: Requested date, Terms");
        assertThat(share().locator("input")).not().isChecked();

        var without = ask("May it be later?");
        assertThat(without.question().containsKey("formValues")).isFalse();
        without.stream().meta().delta("No.").done();
        share().click();
        var with = ask("And now?");

        assertThat(with.question().getJsonArray("formValues").toString())
                .isEqualTo("[{\"label\":\"Requested date\",\"value\":\"11 December\"},"
                        + "{\"label\":\"Terms\",\"value\":\"60 days\"}]");
        with.stream().meta().delta("Yes.").done();
        assertThat(panel().locator(".along"))
                .hasText("Sent along, not saved: Requested date: 11 December; Terms: 60 days");
        assertThat(share().locator("input")).not().isChecked();
        var after = ask("And then?");
        assertThat(after.question().containsKey("formValues")).isFalse();
        after.stream().meta().delta("Fine.").done();
        assertThat(text()).hasText("Fine.");
    }

    @Test
    void whatThePageFillsInItselfOrHasSavedIsNotUnsaved() {
        openPageWith(FORM);
        page.evaluate("document.querySelector('[name=date]').value = 'filled by the page'");
        page.locator("main").getByLabel("Partial delivery").check();
        assertThat(share()).hasText("Also send 1 unsaved value: Partial delivery");

        page.locator("main").getByLabel("Partial delivery").uncheck();
        assertThat(share()).isHidden();
        page.getByLabel("Requested date").fill("12 December");
        assertThat(share()).isVisible();
        panel().evaluate("e => e.refresh()");

        assertThat(share()).isHidden();
    }

    @Test
    void aNewcomerIsToldOnceWhatItDoesAndWhatIsSent() throws Exception {
        openAsNewcomer("");
        assertThat(panel().locator(".first li")).hasText(new String[] {
            "The assistant answers questions about the record on this screen. It changes nothing in it.",
            "Your question and the fields listed above are sent to the AI service that your company has chosen.",
            "Answers can be wrong or incomplete. Check them before you rely on them."
        });

        button("I understand").click();

        assertThat(panel().locator(".first")).hasCount(0);
        assertThat(input()).isFocused();
        page.reload();
        assertThat(panel().locator(".action")).hasCount(3);
        assertThat(panel().locator(".first")).hasCount(0);
        assertThat(page.evaluate("JSON.stringify(localStorage)")).isEqualTo("{\"erp-assistant.read.1\":\"\"}");
        assertThat(context.cookies()).isEmpty();
    }

    @Test
    void whereItIsRequiredNobodyAsksBeforeTheNoticeIsRead() {
        openAsNewcomer(" first-use=required");
        assertThat(input()).isHidden();
        assertThat(panel().locator(".action").first()).isHidden();

        panel().evaluate("e => e.ask('From the host')");
        assertThat(button("I understand")).isFocused();
        assertThat(server.requests()).doesNotContain("POST /assistant/api/v1/answers");
        button("I understand").click();

        assertThat(input()).hasValue("From the host");
        assertThat(panel().locator(".action").first()).isVisible();
    }

    @Test
    void aHostWithANoticeOfItsOwnSwitchesItOff() throws Exception {
        openAsNewcomer(" first-use=off");
        assertThat(panel().locator(".action")).hasCount(3);
        assertThat(panel().locator(".first")).hasCount(0);

        ask("Why?").stream().meta().delta("So.").done();

        assertThat(text()).hasText("So.");
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }
}
