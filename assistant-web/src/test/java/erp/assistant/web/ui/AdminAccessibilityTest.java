package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axe on each part of the admin page, in each theme and width, as it is opened and with all opened that opens. */
class AdminAccessibilityTest extends AdminPageTestBase {

    private static final List<String> PARTS = List.of(
            "overview",
            "calls",
            "audit",
            "budgets",
            "providers",
            "prices",
            "switches",
            "permissions",
            "templates",
            "quality",
            "configuration");

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, NONE",
        "DARK, 1280, NONE",
        "LIGHT, 390, NONE",
        "DARK, 390, NONE",
        "LIGHT, 320, NONE",
        "DARK, 320, NONE",
        "LIGHT, 1280, ACTIVE",
        "DARK, 1280, ACTIVE",
        "LIGHT, 390, ACTIVE"
    })
    void axeFindsNothing(ColorScheme theme, int width, ForcedColors colors) {
        open("", width, theme, colors);
        assertThat(page.locator(".plot svg")).hasCount(4);
        String name = theme + "-" + width + (colors == ForcedColors.ACTIVE ? "-forced" : "");
        for (String part : PARTS) {
            page.locator("nav a[href$='#" + part + "']").click();
            assertThat(page.locator("[data-part=" + part + "] h1")).isVisible();
            assertThat(page.locator("[data-part=" + part + "] table, [data-part=" + part + "] .plot svg")
                            .first())
                    .isVisible();
            assertThat(page.locator(".part:visible [role=status]")
                            .filter(new Locator.FilterOptions().setHasText("Reading …")))
                    .hasCount(0);
            screenshot("admin-screenshots", name + "-" + part, true);
            show(part);
            screenshot("admin-screenshots", name + "-" + part + "-opened", true);
            checkAccessibility(name + " " + part);
        }
    }

    /** Opens what a part can show beside what it shows at once. */
    private void show(String part) {
        switch (part) {
            case "overview" -> button("Show as table: Cost of the month").click();
            case "calls" -> page.locator(".calls button").first().click();
            case "audit" -> {
                page.locator("[data-part=audit] tbody button").first().click();
                assertThat(page.getByText("lines.*.openQuantity").last()).isVisible();
            }
            case "prices" -> {
                button("Preview").click();
                assertThat(page.getByText("would get another cost.")).isVisible();
            }
            case "permissions" -> {
                button("Rehearse").click();
                assertThat(page.getByText("needs the role controller")).isVisible();
            }
            case "templates" -> {
                button("answer/3").click();
                button("Show the prompt").click();
                assertThat(page.locator("pre")).hasCount(3);
            }
            case "quality" -> {
                page.getByLabel("Compare with a second one").check();
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Results"))
                        .click();
                assertThat(page.locator(".compared")).isVisible();
                page.getByText("Read", new Page.GetByTextOptions().setExact(true))
                        .click();
            }
            default -> {}
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, NONE",
        "DARK, 1280, NONE",
        "LIGHT, 390, NONE",
        "DARK, 390, NONE",
        "LIGHT, 320, NONE",
        "DARK, 320, NONE",
        "LIGHT, 1280, ACTIVE"
    })
    void axeFindsNothingInTheStatesThatFewSee(ColorScheme theme, int width, ForcedColors colors) throws IOException {
        String name = theme + "-" + width + (colors == ForcedColors.ACTIVE ? "-forced" : "");
        open("#permissions", width, theme, colors);
        label("Login").fill("anna");
        label("Record type").fill("customer-invoice");
        label("Rows of the list").fill("status=OVERDUE&sort=-due");
        button("Rehearse").click();
        assertThat(label("What may be asked of the list")).isVisible();
        check(name + "-list-rehearsed");

        go("switches");
        button("Switch off: Record type sales-order").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        check(name + "-asked-why");
        page.keyboard().press("Escape");

        go("quality");
        server.reply("evaluation/recordings", 202, "{\"id\":\"91c0\",\"planned\":30}");
        Locator judge = judge("{}");
        assertThat(judge.getByText("Judging: 30 answers.")).isVisible();
        assertThat(page.locator(".compared")).isVisible();
        check(name + "-recording-judged");
        server.reply("evaluation/recordings", 400, "{\"detail\":\"Line 3: usage must be an object.\"}");
        exactly(judge, "Judge").click();
        assertThat(judge.getByText("Line 3: usage must be an object.")).isVisible();
        card("What people say").locator("tbody button").first().click();
        assertThat(card("New case")).containsText("From the rating by anna");
        check(name + "-recording-refused");

        go("prices");
        button("Preview").click();
        assertThat(button("Apply to the ledger")).isVisible();
        server.reply("rerate", 200, AdminServer.text("rerate.json").replace("\"applied\": false", "\"applied\": true"));
        button("Apply to the ledger").click();
        page.getByRole(AriaRole.DIALOG).getByText("Apply to the ledger").click();
        assertThat(page.getByText("have a new cost.")).isVisible();
        check(name + "-rerated");

        server.reply("audit", 503, "{\"detail\":\"The ledger does not answer.\"}");
        go("audit");
        assertThat(page.getByText("The ledger does not answer.")).isVisible();
        check(name + "-refused");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 390", "DARK, 390", "DARK, 320"})
    void axeFindsNothingOnANewSystem(ColorScheme theme, int width) {
        server.reply("metrics", 200, AdminFigures.EMPTY_MONTH);
        server.reply("config", 200, AdminFigures.CONFIG_OF_A_NEW_SYSTEM);
        server.reply("calls?offset=0&limit=60", 200, "{\"calls\":[]}");
        server.reply("budgets", 200, AdminFigures.NO_BUDGETS);
        server.reply("audit", 200, "{\"questions\":[],\"more\":false}");
        server.reply("mappings", 200, "{\"mappings\":[]}");
        server.reply("feedback", 200, "{\"feedback\":[],\"more\":false}");
        server.reply("evaluation/cases", 200, "{\"sets\":[],\"languages\":[],\"cases\":[]}");
        server.reply("evaluation/runs", 200, "{\"runs\":[]}");
        open("", width, theme, ForcedColors.NONE);
        assertThat(page.locator(".steps li")).hasCount(2);
        for (String part : PARTS) {
            go(part);
            check(theme + "-" + width + "-new-" + part);
        }
    }

    private void go(String part) {
        page.locator("nav a[href$='#" + part + "']").click();
        assertThat(page.locator("[data-part=" + part + "] h1")).isVisible();
        assertThat(page.locator(".part:visible [role=status]")
                        .filter(new Locator.FilterOptions().setHasText("Reading …")))
                .hasCount(0);
    }

    private void check(String name) {
        screenshot("admin-screenshots", name, true);
        checkAccessibility(name);
    }
}
