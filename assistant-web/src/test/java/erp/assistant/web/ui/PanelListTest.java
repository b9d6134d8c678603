package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The panel on a list screen. */
class PanelListTest extends PanelTestBase {

    private void openList(String filter) {
        openPage();
        page.evaluate(
                "filter => { const panel = document.querySelector('erp-assistant'); panel.removeAttribute('record-id');"
                        + " panel.setAttribute('list-filter', filter); }",
                filter);
    }

    @Test
    void theRowsOfTheScreenAreThePanelsContextAndItsQuestionsAboutThem() throws Exception {
        openList("status=OVERDUE&sort=-due");

        var answer = ask("Which are overdue?");

        assertThat(server.contexts()).endsWith("/assistant/api/v1/lists/sales-order/context?status=OVERDUE&sort=-due");
        assertThat(answer.question().toString())
                .isEqualTo(
                        "{\"question\":\"Which are overdue?\",\"list\":{\"type\":\"sales-order\",\"query\":\"status=OVERDUE&sort=-due\"},"
                                + "\"language\":\"en\"}");
        answer.stream().meta().delta("These.").done();
        assertThat(text()).hasText("These.");
    }

    @Test
    void allRowsAreAListToo() throws Exception {
        openList("");

        ask("How many?").stream().meta().delta("Many.").done();

        assertThat(text()).hasText("Many.");
        assertThat(server.contexts()).endsWith("/assistant/api/v1/lists/sales-order/context?");
    }

    @Test
    void whatIsSaidBeforeALookUpGoesWithoutAWordOfFailure() throws Exception {
        openPage();

        var answer = ask("Which?").stream().meta().delta("Let me see.");
        assertThat(text()).hasText("Let me see.");
        answer.raw("event: restart\ndata: {\"reason\":\"looking-up\"}\n\n");
        assertThat(answer()).hasText("Reading the record…");
        answer.delta("Two.").done();

        assertThat(text()).hasText("Two.");
        assertThat(answer().locator(".note")).hasCount(0);
    }
}
