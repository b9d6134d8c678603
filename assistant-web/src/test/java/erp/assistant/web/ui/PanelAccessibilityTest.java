package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether everybody can use the panel: axe, keyboard alone, narrow screens, forced colours. */
class PanelAccessibilityTest extends PanelTestBase {
    private static final String ANSWER = """
            **This order is on credit hold** [#status] because it would exceed the limit of the customer [#customer].

            ## Lines at risk

            | Pos. | Item | Ordered | Available | Missing |
            |------|------|--------:|----------:|--------:|
            | 10 | BR-2040 | 400 | 1,250 | 0 |
            | 20 | SH-0815 | 60 | 22 | **38** |

            Only line 20 [#lines.20.available] is short; the limit is 40,000.00 EUR [#creditLimit], the order 17,300.

            ## What you can do

            1. Ask for part payment.
            2. Release lines 10 and 30 as a partial delivery.

            > The record does not say when line 20 is back in stock.
            """;

    @ParameterizedTest
    @CsvSource({
        "light, 1280, NONE",
        "dark, 1280, NONE",
        "light, 390, NONE",
        "dark, 390, NONE",
        "light, 320, NONE",
        "dark, 320, NONE",
        "light, 1280, ACTIVE",
        "light, 390, ACTIVE"
    })
    void axeFindsNothingInAnyState(String theme, int width, ForcedColors colors) throws Exception {
        String name = prepare(theme, width, colors);
        openPage("en", theme, "");
        if (width < 1024) {
            check(name + "launcher");
            panel().locator(".launcher").click();
        }
        assertThat(panel().locator(".action")).hasCount(3);
        check(name + "start");
        summary().click();
        check(name + "fields");
        summary().click();

        var answer = ask("Why is it on hold?").stream().meta().delta(ANSWER.substring(0, 300));
        assertThat(text().locator("table")).isVisible();
        check(name + "streaming");
        answer.delta(ANSWER.substring(300))
                .done("\"source\":\"offline\",\"figures\":{\"checked\":5,\"unmatched\":[\"17,300\"]}");
        assertThat(status()).containsText("Answer complete.");
        answer().locator(".sources summary").click();
        check(name + "answer");
        panel().locator(".log").evaluate("e => e.scrollTop = 0");
        screenshot(name + "answer-top");

        ask("Is the provider down?").refuse(503, "{\"code\":\"provider-unavailable\",\"retryAfter\":30}");
        assertThat(alert()).isVisible();
        check(name + "error");
        ask("Is there money?").refuse(402, "{\"code\":\"budget-reached\",\"resetDate\":\"2026-12-01\"}");
        assertThat(alert()).hasCount(2);
        check(name + "budget");
        ask("Am I still here?").refuse(401, "{\"code\":\"not-signed-in\"}");
        assertThat(alert()).hasCount(3);
        check(name + "signed-out");
        ask("Once more?").stream()
                .meta()
                .delta("As before.")
                .done("\"source\":\"cache\",\"cachedAt\":\"2026-11-20T09:00:00Z\"");
        assertThat(answer().locator(".mark-cache")).isVisible();
        check(name + "cached");
    }

    private String prepare(String theme, int width, ForcedColors colors) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(colors));
        return theme + "-" + width + (colors == ForcedColors.ACTIVE ? "-forced-" : "-");
    }

    private static final String FORM =
            "<form data-assistant-form><p><label>Requested date <input value='4 December'></label></p>"
                    + "<p><label>Note to the customer <textarea data-assistant-insert></textarea></label></p>"
                    + "<p><label>Internal note <textarea data-assistant-insert></textarea></label></p></form>";
    private static final String CHART = "The open amount by month [#creditLimit]:\n\n```chart\n"
            + "{\"type\":\"%s\",\"title\":\"Open amount in EUR\",\"labels\":[\"June\",\"July\",\"August\",\"September\",\"October\",\"November\"],"
            + "\"series\":[{\"name\":\"Due\",\"values\":[12400,9800,15250,null,-2300,17300]},"
            + "{\"name\":\"Paid\",\"values\":[8000,9800,11000,4200,900,2500]}]}\n```\n\nIt grows.";

    @ParameterizedTest
    @CsvSource({
        "light, 1280, NONE",
        "dark, 1280, NONE",
        "light, 390, NONE",
        "dark, 390, NONE",
        "light, 320, NONE",
        "dark, 320, NONE",
        "light, 1280, ACTIVE",
        "light, 390, ACTIVE"
    })
    void axeFindsNothingInTheStatesThatFewSee(String theme, int width, ForcedColors colors) throws Exception {
        String name = prepare(theme, width, colors);
        server.conversations(
                "",
                "{\"conversations\":[{\"id\":\"c-1\",\"title\":\"Why is this order on hold, and who may lift it?\",\"updated\":\"2026-11-20T09:30:00Z\","
                        + "\"record\":{\"label\":\"Sales order 4711\"}},{\"id\":\"c-2\",\"title\":\"Who pays late?\",\"updated\":\"2026-11-19T09:30:00Z\","
                        + "\"record\":{\"label\":\"Customer Meyer Maschinenbau GmbH\"}}]}");
        openPage("en", theme, "&newcomer=1&form=" + URLEncoder.encode(FORM, UTF_8));
        if (width < 1024) {
            assertThat(panel().locator(".launcher")).hasText("Ask the assistant");
            page.getByLabel("Requested date").fill("11 December");
            panel().locator(".launcher").click();
        }
        assertThat(panel().locator(".action")).hasCount(3);
        check(name + "first-use");
        button("I understand").click();
        if (width >= 1024) {
            page.getByLabel("Requested date").fill("11 December");
        }
        panel().locator(".share").click();
        check(name + "unsaved");

        ask("Draw it").stream().meta().delta(CHART.formatted("bar")).done();
        assertThat(panel().locator(".follow-ups .action")).hasCount(3);
        button("Answer again").click();
        server.nextAnswer().stream()
                .event("meta", "{\"answer\":\"a-2\",\"record\":{\"version\":\"8\"},\"sentFields\":5,\"leftOut\":1}")
                .delta(CHART.formatted("line"))
                .done("\"receipt\":{\"recipients\":[{\"provider\":\"primary\",\"region\":\"EU\"}],"
                        + "\"sent\":[{\"label\":\"Status\"},{\"label\":\"Contact\",\"masked\":true}],"
                        + "\"leftOut\":[{\"label\":\"Margin\",\"reason\":\"Only accounting may see it.\"}]}");
        assertThat(panel().locator(".versions .count")).hasText("2/2");
        text().locator(".chart").scrollIntoViewIfNeeded();
        check(name + "chart");
        text().locator(".chart summary").click();
        answer().locator(".receipt summary").click();
        button("Not helpful").click();
        answer().locator(".insert > summary").click();
        check(name + "insert");
        button("Insert into Note to the customer").click();
        check(name + "inserted");
        answer().locator(".receipt").scrollIntoViewIfNeeded();
        check(name + "receipt");
        button("Previous version").click();
        answer().locator(".mark-stale").scrollIntoViewIfNeeded();
        check(name + "stale");

        button("Earlier conversations").click();
        assertThat(panel().locator(".conversations li")).hasCount(2);
        button("Delete all").click();
        check(name + "history");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void onAPageFromRightToLeftEveryTextRunsAsItsLanguageDoes(int width) throws Exception {
        page.setViewportSize(width, 800);
        openPage("en", "light", "&root= dir=rtl");
        if (width < 1024) {
            panel().locator(".launcher").click();
        }
        assertThat(panel().locator(".action")).hasCount(3);
        check("rtl-" + width + "-start");
        ask("Why is it on hold?").stream().meta().delta(ANSWER).done();
        ask("לקוח").stream()
                .meta()
                .delta("ההזמנה ממתינה [#status].\n\n- ראשון\n- שני")
                .done();
        assertThat(status()).containsText("Answer complete.");

        check("rtl-" + width + "-answer");
        assertThat(panel().locator(".panel")).hasAttribute("dir", "ltr");
        assertThat(text().locator("p, ul").evaluateAll("all => all.map(e => getComputedStyle(e).direction)"))
                .isEqualTo(List.of("rtl", "rtl"));
        assertThat(panel().locator(".answer")
                        .first()
                        .locator(".markdown > *")
                        .evaluateAll("all => [...new Set(all.map(e => getComputedStyle(e).direction))]"))
                .isEqualTo(List.of("ltr"));
    }

    private void check(String name) {
        screenshot(name);
        checkAccessibility(name);
        assertThat((int) panel().locator(".panel")
                        .evaluate("e => Math.max(...[e, ...e.querySelectorAll('.log, .foot, .head')]"
                                + ".map(box => box.scrollWidth - box.clientWidth))"))
                .as("horizontal overflow of the panel, state " + name)
                .isNotPositive();
    }

    @Test
    void targetsAreLargeEnough() throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("A [#status]").done();
        answer().locator(".sources summary").click();

        assertThat(panel().locator("button:visible, summary:visible, textarea")
                        .evaluateAll("all => all.map(e => "
                                + "({ name: e.outerHTML, box: e.getBoundingClientRect() })).filter(({ box }) => box.width < 24 || box.height < 24)"
                                + ".map(({ name }) => name)"))
                .isEqualTo(List.of());
    }

    @Test
    void theWholeFlowWorksWithTheKeyboardAlone() throws Exception {
        page.setViewportSize(390, 800);
        openPage("en", "light", "");
        assertThat(panel().locator(".launcher")).isVisible();
        assertThat(server.requests().stream().filter(r -> r.endsWith("/context")))
                .as("nobody's record is read before the sheet is open")
                .isEmpty();
        press("Tab", 3);
        assertThat(panel().locator(".launcher")).isFocused();

        press("Enter", 1);
        assertThat(input()).isFocused();
        assertThat(panel().locator("dialog")).hasAccessibleName("Assistant");
        assertThat(panel().locator(".action")).hasCount(3);
        page.keyboard().type("Why?");
        press("Enter", 1);
        var answer = server.nextAnswer().stream().meta().delta("Limit [#creditLimit]");
        assertThat(text()).hasText("Limit 1");
        press("Tab", 1);
        assertThat(send()).isFocused();
        assertThat(send()).hasText("Stop");
        press("Shift+Tab", 2);
        assertThat(text().locator(".citation")).isFocused();
        answer.delta(" is reached").done();
        assertThat(status()).containsText("Answer complete.");
        assertThat(text().locator(".citation")).isFocused();

        press("Enter", 1);
        assertThat(panel().locator("dialog")).isHidden();
        assertThat(page.locator("[data-assistant-field=creditLimit]")).isFocused();

        panel().locator(".launcher").focus();
        press("Enter", 1);
        assertThat(text()).hasText("Limit 1 is reached");
        press("Escape", 1);
        assertThat(panel().locator("dialog")).isHidden();
        assertThat(panel().locator(".launcher")).isFocused();
    }

    private void press(String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    @Test
    void theDockIsANamedLandmarkAndTheConversationMovesBetweenDockAndSheet() throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("Kept text").done();
        assertThat(panel().locator(".dock")).hasAccessibleName("Assistant");
        assertThat(panel().locator(".dock")).hasAttribute("role", "complementary");

        page.setViewportSize(600, 800);
        assertThat(panel().locator(".launcher")).isVisible();
        assertThat(text()).isHidden();
        panel().locator(".launcher").click();
        assertThat(text()).hasText("Kept text");
        page.setViewportSize(1280, 800);

        assertThat(panel().locator("dialog")).isHidden();
        assertThat(panel().locator(".dock .answer .markdown")).hasText("Kept text");
    }

    @Test
    void theDockFillsTheViewportAndItsPromptIsInView() {
        openPage();

        double bottom =
                ((Number) panel().locator(".foot").evaluate("e => e.getBoundingClientRect().bottom")).doubleValue();

        assertThat(bottom).isBetween(760.0, 790.0);
    }
}
