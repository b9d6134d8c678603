package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on which an admin sees how it runs. */
class AdminPageTest extends BrowserTest {
    private AdminServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new AdminServer();
        server.reply("metrics", 200, AdminFigures.november());
        server.reply("metrics?month=2026-11", 200, AdminFigures.november());
        server.reply("metrics?month=2026-10", 200, AdminFigures.EMPTY_MONTH.replace("2026-11", "2026-10"));
        server.reply("config", 200, AdminFigures.CONFIG);
        server.reply("calls?offset=0&limit=60", 200, AdminFigures.CALLS);
        server.reply("providers", 200, AdminFigures.PROVIDERS);
        server.reply("budgets", 200, AdminFigures.BUDGETS);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private void open(int width, ColorScheme theme, ForcedColors colors) {
        newPage(
                server.url("/"),
                new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(theme)
                        .setForcedColors(colors)
                        .setTimezoneId("Europe/Berlin"));
        page.clock().setFixedTime("2026-11-22T12:00:00Z");
        page.navigate(server.url("/assistant/admin/"));
    }

    private void open() {
        open(1280, ColorScheme.LIGHT, ForcedColors.NONE);
        assertThat(page.locator("h1")).hasText("How the assistant runs");
    }

    private Locator tile(String label) {
        return page.locator(".tile").filter(new Locator.FilterOptions().setHasText(label));
    }

    private Locator chart(String title) {
        return page.locator(".chart").filter(new Locator.FilterOptions().setHasText(title));
    }

    @Test
    void theThreeProductionMetricsAreSeenAtOnce() {
        open();

        assertThat(tile("Inference cost")).containsText("€222.72");
        assertThat(tile("Inference cost")).containsText("79.5 % of the budget of €280.00");
        assertThat(tile("Inference cost")).containsText("Forecast for the month: €303.70");
        assertThat(tile("Inference cost")).containsText("3 calls have no known price and are not in the sum.");
        assertThat(tile("First response")).containsText("0.9 s / 1.6 s");
        assertThat(tile("Full generation")).containsText("7.9 s / 14.4 s");
        assertThat(tile("API error rate (5xx)")).containsText("0.239 %");
        assertThat(tile("API error rate (5xx)")).containsText("99.949 % answered after fallback: 1 of 1,980 failed");
        assertThat(tile("API error rate (5xx)")).containsText("Goal 99.9 %: reached, 50.6 % of the failures it allows");
    }

    @Test
    void theReportForAccountingIsOfTheMonthThatIsShown() {
        open();
        Locator report = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Report (CSV)"));
        assertThat(report).hasAttribute("href", server.url("/assistant/api/v1/admin/report?month=2026-11&format=csv"));

        page.getByLabel("Month", new Page.GetByLabelOptions().setExact(true)).selectOption("2026-10");

        assertThat(report).hasAttribute("href", server.url("/assistant/api/v1/admin/report?month=2026-10&format=csv"));
    }

    @Test
    void aChartEndsAtTheFigureOfItsTile() {
        open();
        Locator cost = chart("Cost of the month");

        cost.getByRole(AriaRole.BUTTON).click();

        assertThat(cost.locator("tbody tr").nth(21)).containsText("Nov 22€222.72");
        assertThat(cost.locator(".summary"))
                .hasText("€222.72 spent in November 2026; forecast €303.70, €23.70 over the budget.");
        assertThat(cost.locator("tbody tr").last()).containsText("Nov 30–€303.70");
    }

    @Test
    void theArrowKeysReadAChartDayByDay() {
        open();
        Locator errors = chart("Errors before and after fallback");

        errors.locator("svg").focus();
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("ArrowRight");
        }

        assertThat(errors.locator("[role=status]"))
                .hasText("Nov 12: Provider 5xx and overload, share of requests 5.263 %,"
                        + " Failed answers after fallback 1.112 %");
        assertThat(errors.locator("svg .bar")).hasCount(2);
    }

    @Test
    void aCallOpensIntoItsRequestsAndAnUnknownPriceIsNotShownAsNothing() {
        open();
        Locator rows = page.locator(".calls > tbody > tr:not(.details)");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0)).containsText("529 → answered");
        assertThat(rows.nth(0)).containsText("€0.0012");
        assertThat(rows.nth(1)).containsText("not known");

        rows.nth(0).getByRole(AriaRole.BUTTON).click();

        Locator details = page.locator(".details").first();
        assertThat(details).containsText("1, primaryanthropic");
        assertThat(details).containsText("2, backupopenai");
        assertThat(details).containsText("req_1");
    }

    @Test
    void theStateOfProvidersIsSeenAndWhatNeedsAnAdmin() {
        open();
        Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText("Providers now"));

        assertThat(card.locator("tbody tr").first()).containsText("open since 22 Nov, 10:14:00");
        assertThat(card.locator("tbody tr").first()).containsText("6 of 10 failed");
        assertThat(card.locator("tbody tr").first())
                .containsText("1 …a91f refused until 22 Nov, 10:20:00; 2 …77c0 used");
        assertThat(card.locator("tbody tr").nth(1)).containsText("mistral_ai (openai)");
        assertThat(card.locator(".warn").last())
                .hasText("primary, 3 times since 22 Nov, 10:10:00: Replace the key that ends in a91f.");
    }

    private Locator budgets() {
        return page.locator(".budgets");
    }

    @Test
    void eachBudgetIsARowWithABarAndExactFigures() {
        open();
        Locator rows = budgets().locator("tbody tr");

        assertThat(rows).hasCount(4);
        assertThat(rows.nth(0)).hasText("Company79.5 %€222.72€0.05€57.23€280.00€303.70 (over)50 %");
        assertThat(rows.nth(0).getByLabel("Part of the budget Company that is spent"))
                .hasAttribute("value", "79.5");
        assertThat(rows.nth(1)).containsText("Department sales99.9 %");
        assertThat(rows.nth(1)).containsText("used up");
        assertThat(rows.nth(2)).hasText("Capability sales-order.why-blocked0 %€0.00€0.00€10.00€10.00––");
        assertThat(rows.nth(3).locator("progress.over")).hasCount(1);
        assertThat(budgets().locator("[role=status]"))
                .hasText(
                        "When one is used up, a question gets the small model, else an older answer to the same question,"
                                + " else the record’s own facts. They begin anew on 1 December 2026.");
    }

    @Test
    void whatAUsedUpBudgetLeadsToIsSaidAsItIsConfigured() {
        server.reply(
                "budgets", 200, AdminFigures.BUDGETS.replace("\"small-model\",\"cached\",\"offline\"", "\"cached\""));
        open();
        assertThat(budgets().locator("[role=status]"))
                .containsText("a question gets an older answer to the same question, else it is refused. They");

        server.reply("budgets", 200, AdminFigures.BUDGETS.replace("\"small-model\",\"cached\",\"offline\"", ""));
        budgets().getByRole(AriaRole.BUTTON).click();
        assertThat(budgets().locator("[role=status]")).containsText("When one is used up, questions are refused. They");

        server.reply("budgets", 200, AdminFigures.BUDGETS.replace("hard", "warn"));
        budgets().getByRole(AriaRole.BUTTON).click();
        assertThat(budgets().locator("[role=status]")).containsText("They are only watched: nothing is refused");
    }

    @Test
    void theBreakdownIsByOneDimensionAtATime() {
        open();
        Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText("Breakdown"));
        assertThat(card.locator("tbody th").first()).hasText("claude-haiku-4-5");

        card.getByText("Record type").click();

        assertThat(card.locator("tbody th").first()).hasText("not known");
        assertThat(card.locator("[aria-pressed=true]")).hasText("Record type");
    }

    @Test
    void anotherMonthIsChosenAndAnEmptyOneSaysSo() {
        open();

        page.getByLabel("Month", new Page.GetByLabelOptions().setExact(true)).selectOption("2026-10");

        assertThat(tile("Inference cost")).containsText("€0.00");
        assertThat(tile("First response")).containsText("No answer yet.");
        assertThat(chart("Time to first response").locator(".summary")).hasText("No answer in October 2026.");
        assertThat(page.locator("main > [role=status]")).containsText("October 2026, read at");
    }

    @Test
    void aMonthThatCannotBeReadLeavesTheOldFiguresAndSaysWhy() {
        open();

        page.getByLabel("Month", new Page.GetByLabelOptions().setExact(true)).selectOption("2026-09");

        assertThat(page.locator("main > [role=status]")).hasText("Nothing scripted for it.");
        assertThat(tile("Inference cost")).containsText("€222.72");
    }

    @Test
    void aNewSystemIsToldWhatToDoNext() {
        server.reply("metrics", 200, AdminFigures.EMPTY_MONTH);
        server.reply("config", 200, AdminFigures.CONFIG_OF_A_NEW_SYSTEM);
        server.reply("calls?offset=0&limit=60", 200, "{\"calls\":[]}");
        server.reply("budgets", 200, AdminFigures.NO_BUDGETS);
        open();

        assertThat(page.locator(".steps li")).hasCount(2);
        assertThat(page.locator(".steps")).containsText("Set assistant.provider.primary.dialect");
        assertThat(page.getByText("No request has gone to a provider yet.")).isVisible();
        assertThat(budgets().locator("[role=status]"))
                .hasText("No budget is set. Budgets are keys that begin with assistant.budget.");
        assertThat(budgets().locator("table")).hasCount(0);
        checkAccessibility("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Sign in to the ERP as a person with the role assistant-admin",
        "403, This page is for people with the role assistant-admin",
        "503, Nothing works."
    })
    void aRefusalSaysWhatToDo(int status, String words) {
        server.reply("metrics", status, "{\"detail\":\"Nothing works.\"}");
        open(1280, ColorScheme.LIGHT, ForcedColors.NONE);

        assertThat(page.locator("[role=alert]")).containsText(words);
        checkAccessibility("refused");
    }

    @Test
    void textFromTheLedgerIsShownAsText() {
        server.reply(
                "calls?offset=0&limit=60",
                200,
                AdminFigures.CALLS.replace("\"anna\"", "\"<img src=x onerror=alert(1)>\""));
        open();

        assertThat(page.locator(".calls tbody td").nth(1)).hasText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("img")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, NONE",
        "DARK, 1280, NONE",
        "LIGHT, 390, NONE",
        "DARK, 390, NONE",
        "LIGHT, 320, NONE",
        "LIGHT, 1280, ACTIVE"
    })
    void axeFindsNothing(ColorScheme theme, int width, ForcedColors colors) {
        open(width, theme, colors);
        assertThat(page.locator(".calls tbody tr").first()).isVisible();
        assertThat(page.getByText("mistral_ai (openai)")).isVisible();
        assertThat(page.locator(".plot svg")).hasCount(4);
        String name = theme + "-" + width + (colors == ForcedColors.ACTIVE ? "-forced" : "");
        screenshot("admin-screenshots", name, true);
        checkAccessibility(name);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show as table: Cost of the month"))
                .click();
        page.locator(".calls button").first().click();
        page.locator("summary").click();
        screenshot("admin-screenshots", name + "-opened", true);
        checkAccessibility(name + "-opened");
    }
}
