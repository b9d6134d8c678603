package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follow-ups, and one's own earlier conversations. */
class PanelHistoryTest extends PanelTestBase {
    private static final String API = "/assistant/api/v1/conversations";
    private static final String FIRST =
            "{\"id\":\"c-1\",\"title\":\"Why is it on hold?\",\"updated\":\"2026-11-20T09:30:00Z\","
                    + "\"record\":{\"type\":\"sales-order\",\"id\":\"4711\",\"label\":\"Sales order 4711\"}";
    private static final String SECOND =
            "{\"id\":\"c-2\",\"title\":\"Who pays late?\",\"updated\":\"2026-11-19T09:30:00Z\","
                    + "\"record\":{\"type\":\"customer\",\"id\":\"K-1\",\"label\":\"Customer Meyer\"}";
    private static final String TURNS =
            ",\"turns\":[{\"question\":\"Why is it on hold?\",\"answer\":\"a-9\",\"text\":\"**Limit** [#creditLimit].\","
                    + "\"status\":\"complete\",\"reason\":\"end\",\"source\":\"primary\",\"model\":\"test-model\"},"
                    + "{\"question\":\"Since when?\",\"text\":\"Since Monday.\",\"reason\":\"end\",\"source\":\"primary\",\"model\":\"test-model\"}]}";

    @BeforeEach
    void someConversations() {
        server.conversations("", "{\"conversations\":[" + FIRST + "}," + SECOND + "}]}");
        server.conversations("?q=late", "{\"conversations\":[" + SECOND + "}]}");
        server.conversations("?q=nothing", "{\"conversations\":[]}");
        server.conversations("/c-1", FIRST + TURNS);
        server.conversations("/c-2", SECOND + TURNS);
    }

    private Locator entries() {
        return panel().locator(".conversations .label");
    }

    @Test
    void aFollowUpBelongsToTheConversationThatTheServerHasBegun() throws Exception {
        openPage();
        var first = ask("Why?");
        assertThat(first.question().containsKey("conversation")).isFalse();
        first.stream()
                .event(
                        "meta",
                        "{\"answer\":\"a-1\",\"conversation\":\"c-7\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"}}")
                .delta("So.")
                .done();
        assertThat(status()).containsText("Answer complete.");

        var second = ask("And?");
        assertThat(second.question().getString("conversation")).isEqualTo("c-7");
        second.stream().meta().delta("Thus.").done();
        assertThat(status()).containsText("Thus.");
        panel().getByLabel("New conversation").click();
        assertThat(panel().locator(".action")).hasCount(3);
        var third = ask("Anew?");

        assertThat(third.question().containsKey("conversation")).isFalse();
        third.close();
    }

    @Test
    void anEarlierConversationIsOpenedAndGoesOn() throws Exception {
        openPage();
        button("Earlier conversations").click();
        assertThat(entries()).hasText(new String[] {"Why is it on hold?", "Who pays late?"});
        assertThat(panel().locator(".conversations .faint").first()).containsText("Sales order 4711 · Nov 20, 2026");
        assertThat(panel().getByLabel("Search conversations")).isFocused();
        assertThat(input()).isHidden();

        entries().first().click();

        assertThat(panel().locator(".question")).hasText(new String[] {"Why is it on hold?", "Since when?"});
        assertThat(panel().locator(".answer .markdown")).hasText(new String[] {"Limit 1.", "Since Monday."});
        assertThat(panel().locator(".answer").first().locator(".rate")).hasCount(2);
        assertThat(input()).isFocused();
        var next = ask("And until when?");
        assertThat(next.question().getString("conversation")).isEqualTo("c-1");
        next.stream().meta().delta("Unknown.").done();
        assertThat(status()).containsText("Unknown.");
    }

    @Test
    void oneAboutAnotherRecordIsShownAndNotContinued() throws Exception {
        openPage();
        button("Earlier conversations").click();
        entries().nth(1).click();

        assertThat(panel().locator(".log > .note"))
                .hasText(
                        "This conversation was about Customer Meyer. Your next question starts a new one about Sales order 4711.");
        assertThat(button("Answer again")).hasCount(0);
        var next = ask("And this one?");

        assertThat(next.question().containsKey("conversation")).isFalse();
        next.close();
    }

    @Test
    void conversationsAreSearched() {
        openPage();
        button("Earlier conversations").click();
        assertThat(entries()).hasCount(2);

        panel().getByLabel("Search conversations").fill("late");
        assertThat(entries()).hasText(new String[] {"Who pays late?"});
        assertThat(button("Delete all")).isHidden();
        panel().getByLabel("Search conversations").fill("nothing");

        assertThat(panel().locator(".history > .faint")).hasText("No conversation has these words.");
        assertThat(entries()).hasCount(0);
        button("Back").click();
        assertThat(input()).isVisible();
        assertThat(button("Earlier conversations")).isFocused();
    }

    @Test
    void oneIsDeletedAtOnceAndAllOnlyWhenAskedTwice() {
        openPage();
        button("Earlier conversations").click();
        assertThat(entries()).hasCount(2);
        server.conversations("", "{\"conversations\":[" + SECOND + "}]}");

        panel().getByLabel("Delete the conversation “Why is it on hold?”").click();

        assertThat(entries()).hasText(new String[] {"Who pays late?"});
        assertThat(status()).hasText("Deleted.");
        assertThat(server.conversationRequests()).contains("DELETE " + API + "/c-1");
        server.conversations("", "{\"conversations\":[]}");
        button("Delete all").click();
        assertThat(server.conversationRequests()).doesNotContain("DELETE " + API);
        button("Really delete all?").click();
        assertThat(panel().locator(".history > .faint")).hasText("You have no earlier conversations.");
        assertThat(server.conversationRequests()).contains("DELETE " + API);
        assertThat(panel().getByLabel("Search conversations")).isFocused();
    }

    @Test
    void aServerThatKeepsNoneSaysSo() {
        server.keepsNoConversations();
        openPage();

        button("Earlier conversations").click();

        assertThat(panel().locator(".history > .faint")).hasText("This server keeps no conversations.");
        assertThat(panel().getByLabel("Search conversations")).isHidden();
        button("Earlier conversations").click();
        assertThat(input()).isVisible();
    }

    @Test
    void howTheHostBreaksAndAlignsItsTextDoesNotReachThePanel() {
        openPage();
        page.evaluate(
                "Object.assign(document.body.style, { overflowWrap: 'anywhere', textAlign: 'right', whiteSpace: 'pre', textTransform: 'uppercase' })");
        button("Earlier conversations").click();

        assertThat(button("Back")).isVisible();
        assertThat(((Number) button("Back").evaluate("e => e.offsetHeight")).intValue())
                .isLessThan(40);
        assertThat(panel().locator(".history")
                        .evaluate("e => getComputedStyle(e).textTransform + getComputedStyle(e).whiteSpace"))
                .isEqualTo("nonenormal");
    }
}
