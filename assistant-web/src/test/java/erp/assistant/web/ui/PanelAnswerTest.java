package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with an answer that is there, and what it says about itself. */
class PanelAnswerTest extends PanelTestBase {
    private static final String LETTER =
            "Here is a draft [#status].\n\n```\nDear Ms Meyer,\n\nplease pay.\n```\n\nCheck it.";
    private static final String NOTE =
            "<p><label>Note to the customer: <textarea data-assistant-insert>Old</textarea></label></p>";

    private Locator note() {
        return page.locator("textarea[data-assistant-insert]");
    }

    @Test
    void aDraftIsInsertedIntoTheFieldThatThePageOffersAndTakenBack() throws Exception {
        openPageWith(NOTE);
        ask("Draft").stream().meta().delta(LETTER).done();
        page.evaluate("""
                () => {
                  window.heard = [];
                  for (const type of ['input', 'change']) addEventListener(type, (event) => heard.push(`${type} ${event.target.value}`));
                  addEventListener('assistant-insert', ({ detail }) => heard.push(`${detail.field}, ${detail.target.localName}`));
                }""");

        button("Insert into Note to the customer").click();

        assertThat(note()).hasValue("Dear Ms Meyer,\n\nplease pay.");
        assertThat(page.evaluate("heard.join('; ')"))
                .isEqualTo("Note to the customer, textarea; input Dear Ms Meyer,\n\nplease pay.; "
                        + "change Dear Ms Meyer,\n\nplease pay.");
        assertThat(status()).hasText("Inserted into Note to the customer. Nothing is saved yet.");
        button("Undo").click();
        assertThat(note()).hasValue("Old");
        assertThat(status()).hasText("Undone. Note to the customer is as it was.");
        button("Show the field").click();
        assertThat(note()).isFocused();
    }

    @Test
    void whatSomebodyHasChangedSinceIsNotTakenBack() throws Exception {
        openPageWith(NOTE);
        ask("Draft").stream().meta().delta("A **short** one.").done();
        button("Insert into Note to the customer").click();
        assertThat(note()).hasValue("A short one.");
        note().fill("A short one. And mine.");

        button("Undo").click();

        assertThat(note()).hasValue("A short one. And mine.");
        assertThat(status()).hasText("Note to the customer has been changed since and was left as it is.");
    }

    @Test
    void ofSeveralPlacesOneIsChosenWithTheKeyboard() throws Exception {
        openPageWith(
                NOTE
                        + "<label>Subject <input data-assistant-insert='the subject line' value=''></label>"
                        + "<input data-assistant-insert aria-label=Locked readonly><input type=checkbox data-assistant-insert>");
        ask("Draft").stream().meta().delta("First line\nsecond line").done();
        var choice = answer().locator(".insert > summary");

        choice.press("Enter");
        assertThat(answer().locator(".insert li"))
                .hasText(new String[] {"Insert into Note to the customer", "Insert into the subject line"});
        page.keyboard().press("Escape");
        assertThat(answer().locator(".insert li").first()).isHidden();
        assertThat(choice).isFocused();
        choice.press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("input[data-assistant-insert='the subject line']"))
                .hasValue("First line second line");
        assertThat(choice).isFocused();
    }

    @Test
    void aHostMayInsertItself() throws Exception {
        openPageWith(NOTE);
        page.evaluate(
                "addEventListener('assistant-insert', e => { e.preventDefault(); document.title = e.detail.text; })");
        ask("Draft").stream().meta().delta("Mine.").done();

        button("Insert into Note to the customer").click();

        assertThat(page).hasTitle("Mine.");
        assertThat(note()).hasValue("Old");
        assertThat(button("Undo")).hasCount(0);
    }

    /** As React does it: an own setter on the element hides assignments, so only the prototype's setter and events reach it. */
    @Test
    void aFrameworkThatTracksTheValueNoticesTheInsertion() throws Exception {
        openPageWith(NOTE);
        page.evaluate("""
                () => {
                  const field = document.querySelector('textarea');
                  const real = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
                  let tracked = field.value;
                  Object.defineProperty(field, 'value', {
                    configurable: true,
                    get() { return real.get.call(this); },
                    set(value) { tracked = value; real.set.call(this, value); },
                  });
                  addEventListener('input', () => { if (field.value !== tracked) document.title = `noticed ${field.value}`; });
                }""");
        ask("Draft").stream().meta().delta("New.").done();

        button("Insert into Note to the customer").click();

        assertThat(page).hasTitle("noticed New.");
    }

    @Test
    void withoutAPlaceNothingIsOfferedToBeInserted() throws Exception {
        openPage();
        ask("Draft").stream().meta().delta("Text.").done();
        assertThat(status()).containsText("Answer complete.");

        assertThat(answer().locator(".icon-insert")).hasCount(0);
    }

    @Test
    void anAnswerIsGivenAnewAndBothVersionsStay() throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("First version.").done();
        assertThat(panel().locator(".versions")).isHidden();

        button("Answer again").click();
        var second = server.nextAnswer();
        assertThat(second.question().getString("question")).isEqualTo("Why?");
        assertThat(second.question().getBoolean("again")).isTrue();
        assertThat(input()).isFocused();
        second.stream().meta().delta("Second version.").done();

        assertThat(text()).hasText("Second version.");
        assertThat(panel().locator(".question")).hasCount(1);
        assertThat(panel().locator(".versions .count")).hasText("2/2");
        button("Previous version").click();
        assertThat(text()).hasText("First version.");
        assertThat(status()).hasText("Version 1 of 2");
        assertThat(button("Previous version")).hasAttribute("aria-disabled", "true");
        assertThat(button("Previous version")).isFocused();
        page.keyboard().press("Enter");
        assertThat(panel().locator(".versions .count")).hasText("1/2");
        button("Next version").click();
        assertThat(text()).hasText("Second version.");
    }

    @Test
    void aVersionWithoutTextIsReplacedByTheNext() throws Exception {
        openPage();
        ask("Why?").refuse(503, "{\"code\":\"provider-unavailable\"}");

        alert().locator(".plain").click();
        var again = server.nextAnswer();
        assertThat(again.question().containsKey("again")).isFalse();
        again.stream().meta().delta("Now.").done();

        assertThat(text()).hasText("Now.");
        assertThat(alert()).hasCount(0);
        assertThat(panel().locator(".versions")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({
        "off, true, 0",
        "off, false, 0",
        "admin, true, 1",
        "admin, false, 0",
        "all, false, 1",
        "nonsense, false, 1"
    })
    void theFooterIsForNobodyForAdminsOrForAll(String footer, boolean admin, int shown) throws Exception {
        server.context(200, PanelServer.CONTEXT.replaceFirst("\\{", "{\"admin\":" + admin + ","));
        openPage("en", "light", " footer=" + footer);
        assertThat(summary()).hasText("5 fields of Sales order 4711 can be sent");

        ask("How much?").stream().meta().delta("Much.").done();

        assertThat(status()).containsText("Answer complete.");
        assertThat(answer().locator(".footer")).hasCount(shown);
    }

    @Test
    void whoFindsAnAnswerBadMaySayWhy() throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("So.").done();
        assertThat(answer().locator(".reason")).isHidden();

        button("Not helpful").click();
        assertThat(server.nextStopOrRating()).endsWith("{\"rating\":\"down\"}");
        answer().getByLabel("What is wrong?").fill("The date is not the promised one.");
        answer().getByLabel("What is wrong?").press("Enter");

        assertThat(server.nextStopOrRating())
                .isEqualTo("POST /assistant/api/v1/answers/a-1/feedback"
                        + "{\"rating\":\"down\",\"reason\":\"The date is not the promised one.\"}");
        assertThat(answer().locator(".reason")).isHidden();
        assertThat(button("Not helpful")).isFocused();
        button("Helpful").click();
        assertThat(server.nextStopOrRating()).endsWith("{\"rating\":\"up\"}");
        assertThat(answer().locator(".reason")).isHidden();
    }

    @Test
    void anAnswerInAnotherLanguageSaysSoToScreenReaders() throws Exception {
        openPage();
        ask("A reminder in French").stream()
                .meta()
                .delta("Madame, Monsieur, la facture est échue.")
                .done("\"language\":{\"asked\":\"fr\",\"answered\":\"fr\"}");

        assertThat(text()).hasAttribute("lang", "fr");
        assertThat(answer()).hasAttribute("lang", "en");

        ask("Hm").stream().meta().delta("OK.").done("\"language\":{\"asked\":\"en\",\"answered\":null}");
        assertThat(text()).not().hasAttribute("lang", "fr");
    }

    @Test
    void whoDoesNotWantMovingTextSeesTheAnswerWhenItIsComplete() throws Exception {
        openPage("en", "light", "stream=off");
        assertThat(summary()).hasText("5 fields of Sales order 4711 can be sent");

        var answer = ask("Why?").stream().meta().delta("Half of it");
        page.evaluate("() => new Promise((later) => setTimeout(later, 300))");

        assertThat(text()).hasText("");
        assertThat(answer().locator(".step")).hasText("Waiting for the answer…");
        assertThat(status()).hasText("The assistant is answering.");
        answer.delta(", and the rest [#status].").done();
        assertThat(text()).hasText("Half of it, and the rest 1.");
        assertThat(status()).containsText("Answer complete. Half of it");
    }

    @Test
    void whatThereIsOfAnAnswerThatIsStoppedIsShownThen() throws Exception {
        openPage("en", "light", "stream=off");
        ask("Why?").stream().meta().delta("Half of it");
        assertThat(answer().locator(".step")).hasText("Waiting for the answer…");
        page.evaluate("() => new Promise((later) => setTimeout(later, 300))");

        send().click();

        assertThat(text()).hasText("Half of it");
        assertThat(answer().locator(".warning")).hasText("Stopped. The text above is not the whole answer.");
    }

    @Test
    void theReceiptSaysWhatWasSentAndToWhom() throws Exception {
        openPage();
        ask("Why?").stream()
                .meta()
                .delta("So.")
                .done(
                        "\"receipt\":{\"fields\":2,\"rows\":0,\"masked\":1,"
                                + "\"recipients\":[{\"provider\":\"first\",\"region\":\"\"},{\"provider\":\"second\",\"region\":\"EU\"}],"
                                + "\"sent\":[{\"id\":\"status\",\"label\":\"Status\",\"masked\":false},"
                                + "{\"id\":\"lines.10.item\",\"label\":\"Item\",\"masked\":false},"
                                + "{\"id\":\"lines.20.item\",\"label\":\"Item\",\"masked\":false},"
                                + "{\"id\":\"contact\",\"label\":\"Contact\",\"masked\":true}],"
                                + "\"leftOut\":[{\"id\":\"margin\",\"label\":\"Margin\",\"reason\":\"Only accounting may see it.\"}]}");
        var receipt = answer().locator(".receipt");

        assertThat(receipt.locator("summary")).hasText("5 fields were sent · 1 masked · 1 left out");
        receipt.locator("summary").click();

        assertThat(receipt.locator("p"))
                .hasText(new String[] {"Sent to: first, second (EU)", "Status · Item × 2 · Contact (masked)", "Left out"
                });
        assertThat(receipt.locator("dt")).hasText("Margin");
        assertThat(receipt.locator("dd")).hasText("Only accounting may see it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offline", "cache"})
    void anAnswerForWhichNothingWasSentSaysSo(String source) throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("So.").done("\"source\":\"" + source + "\"");

        answer().locator(".receipt summary").click();

        assertThat(answer().locator(".receipt p")).hasText("Nothing was sent to an AI service for this answer.");
    }

    @Test
    void answersFromAnotherStateOfTheRecordAreMarked() throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("Old state.").done();
        ask("And?").stream()
                .event(
                        "meta",
                        "{\"answer\":\"a-2\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\",\"version\":\"8\"}}")
                .delta("New state.")
                .done();
        assertThat(text()).hasText("New state.");

        assertThat(panel().locator(".mark-stale")).hasCount(1);
        assertThat(panel().locator(".answer").first().locator(".mark-stale"))
                .hasText("The record has changed since this answer.");
        server.context(200, PanelServer.CONTEXT.replace("\"version\":\"7\"", "\"version\":\"9\""));
        panel().evaluate("e => e.refresh()");
        assertThat(panel().locator(".mark-stale")).hasCount(2);
    }

    @Test
    void afterAnAnswerTheQuickActionsThatAreLeftAreOffered() throws Exception {
        openPage();
        panel().locator(".action").nth(1).click();
        server.nextAnswer().stream().meta().delta("Because.").done();

        assertThat(panel().locator(".follow-ups .action"))
                .hasText(new String[] {"Summarize this order", "Draft a reply"});
        panel().locator(".follow-ups .action").first().click();
        var next = server.nextAnswer();

        assertThat(next.question().getString("action")).isEqualTo("summary");
        assertThat(panel().locator(".follow-ups")).hasCount(0);
        next.stream().meta().delta("In short.").done();
        assertThat(panel().locator(".follow-ups .action")).hasText(new String[] {"Draft a reply"});
    }
}
