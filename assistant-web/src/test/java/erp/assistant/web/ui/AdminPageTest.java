package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.SelectOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on which an admin sees how it runs. */
class AdminPageTest extends AdminPageTestBase {
    private void open() {
        open("overview");
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
        assertThat(tile("Inference cost")).containsText("79.5% of the budget of €280.00");
        assertThat(tile("Inference cost")).containsText("Forecast for the month: €303.70");
        assertThat(tile("Inference cost")).containsText("3 calls have no known price and are not in the sum.");
        assertThat(tile("First response")).containsText("0.9 s / 1.6 s");
        assertThat(tile("Full generation")).containsText("7.9 s / 14.4 s");
        assertThat(tile("API error rate (5xx)")).containsText("0.239%");
        assertThat(tile("API error rate (5xx)")).containsText("99.949% answered after fallback: 1 of 1,980 failed");
        assertThat(tile("API error rate (5xx)")).containsText("Goal reached 99.9%; 50.6% of the failures it allows");
    }

    @Test
    void theReportForAccountingIsOfTheMonthThatIsShown() {
        open();
        Locator report = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Report (CSV)"));
        assertThat(report).hasAttribute("href", server.url("/assistant/api/v1/admin/report?month=2026-11&format=csv"));

        label("Month").selectOption("2026-10");

        assertThat(report).hasAttribute("href", server.url("/assistant/api/v1/admin/report?month=2026-10&format=csv"));
    }

    @Test
    void aChartEndsAtTheFigureOfItsTile() {
        open();
        Locator cost = chart("Cost of the month");

        cost.getByRole(AriaRole.BUTTON).click();

        assertThat(cost.locator("tbody tr").nth(21)).containsText("22 Nov€222.72");
        assertThat(cost.locator(".summary"))
                .hasText("€222.72 spent in November 2026; forecast €303.70, €23.70 over the budget.");
        assertThat(cost.locator("tbody tr").last()).containsText("30 Nov–€303.70");
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
                .hasText("12 Nov: Provider 5xx and overload, share of requests 5.263%,"
                        + " Failed answers after fallback 1.112%");
        assertThat(errors.locator("svg .bar")).hasCount(2);
    }

    @Test
    void aCallOpensIntoItsRequestsAndAnUnknownPriceIsNotShownAsNothing() {
        open("calls");
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
        open("providers");
        Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText("Providers now"));

        assertThat(card.locator("tbody tr").first()).containsText("open since 22 Nov, 10:14:00");
        assertThat(card.locator("tbody tr").first()).containsText("6 of 10 failed");
        assertThat(card.locator("tbody tr").first())
                .containsText("1 …a91f refused until 22 Nov, 10:20:00; 2 …77c0 used");
        assertThat(card.locator("tbody tr").nth(1)).containsText("mistral_ai (openai)");
        assertThat(card.locator(".warn").last())
                .hasText("primary, 3 times since 22 Nov, 10:10:00: Replace the key that ends in a91f.");
    }

    private Locator streamTest(int events, int millisApart) {
        server.reply(
                "stream-test",
                200,
                IntStream.range(0, events)
                        .mapToObj(i -> "event: beat\ndata: {\"millis\":" + i * millisApart + "}\n\n")
                        .collect(Collectors.joining()));
        open("providers");
        button("Try it").click();
        return card("Streaming to this browser").getByRole(AriaRole.STATUS);
    }

    @Test
    void anAdminSeesThatAnswersReachTheBrowserWhileTheyAreWritten() {
        assertThat(streamTest(10, 0))
                .containsText("Answers stream: 10 messages that were sent within 0 ms arrived within");
    }

    @Test
    void anAdminSeesThatAProxyHoldsAnswersBack() {
        Locator said = streamTest(10, 10_000);

        assertThat(said).containsText("holds answers back: what was sent within 90,000 ms arrived within");
        assertThat(said).hasClass("note bad");
    }

    @Test
    void anAdminSeesThatTheConnectionWasEndedOnTheWay() {
        assertThat(streamTest(3, 100))
                .hasText("Only 3 of 10 messages arrived: something between server and browser ended the connection.");
    }

    private Locator budgets() {
        return page.locator(".budgets");
    }

    @Test
    void eachBudgetIsARowWithABarAndExactFigures() {
        open("budgets");
        Locator rows = budgets().locator("tbody tr");

        assertThat(rows).hasCount(4);
        assertThat(rows.nth(0)).hasText("Company79.5%€222.72€0.05€57.23€280.00€303.70 (over)50%");
        assertThat(rows.nth(0).getByLabel("Part of the budget Company that is spent"))
                .hasAttribute("value", "79.5");
        assertThat(rows.nth(1)).containsText("Department sales99.9%");
        assertThat(rows.nth(1)).containsText("used up");
        assertThat(rows.nth(2)).hasText("Capability sales-order.why-blocked0%€0.00€0.00€10.00€10.00––");
        assertThat(rows.nth(3).locator("progress.over")).hasCount(1);
        assertThat(budgets().locator("[role=status]"))
                .hasText("When one is used up, a question gets: the small model, an older answer to the same question"
                        + " or the record’s own facts. They begin anew on 1 December 2026.");
    }

    @Test
    void whatAUsedUpBudgetLeadsToIsSaidAsItIsConfigured() {
        server.reply(
                "budgets", 200, AdminFigures.BUDGETS.replace("\"small-model\",\"cached\",\"offline\"", "\"cached\""));
        open("budgets");
        assertThat(budgets().locator("[role=status]"))
                .containsText("a question gets: an older answer to the same question or a refusal. They");

        server.reply("budgets", 200, AdminFigures.BUDGETS.replace("\"small-model\",\"cached\",\"offline\"", ""));
        budgets().getByRole(AriaRole.BUTTON).click();
        assertThat(budgets().locator("[role=status]"))
                .containsText("When one is used up, a question gets: a refusal. They");

        server.reply("budgets", 200, AdminFigures.BUDGETS.replace("hard", "warn"));
        budgets().getByRole(AriaRole.BUTTON).click();
        assertThat(budgets().locator("[role=status]")).containsText("They are only watched: nothing is refused");
    }

    @Test
    void theBreakdownIsByOneDimensionAtATime() {
        open();
        Locator card = card("Breakdown of the month");
        assertThat(card.locator("tbody th").first()).hasText("claude-haiku-4-5");

        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Record type"))
                .click();

        assertThat(card.locator("tbody th").first()).hasText("not known");
        assertThat(card.locator("[aria-pressed=true]")).hasText("Record type");
    }

    @Test
    void anotherMonthIsChosenAndAnEmptyOneSaysSo() {
        open();

        label("Month").selectOption("2026-10");

        assertThat(tile("Inference cost")).containsText("€0.00");
        assertThat(tile("First response")).containsText("No answer yet.");
        assertThat(chart("Time to first response").locator(".summary")).hasText("No answer in October 2026.");
        assertThat(page.locator("[data-part=overview] > [role=status]")).containsText("October 2026, read at");
    }

    @Test
    void aMonthThatCannotBeReadLeavesTheOldFiguresAndSaysWhy() {
        open();

        label("Month").selectOption("2026-09");

        assertThat(page.locator("[data-part=overview] > [role=status]")).hasText("Nothing scripted for it.");
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
        checkAccessibility("empty");
        page.locator("nav").getByText("Budgets").click();
        assertThat(budgets().locator("[role=status]"))
                .hasText("No budget is set. Budgets are keys that begin with assistant.budget.");
        assertThat(budgets().locator("table")).hasCount(0);
        page.locator("nav").getByText("Calls").click();
        assertThat(page.getByText("No request has gone to a provider yet.")).isVisible();
        checkAccessibility("empty calls");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Sign in to the ERP as a person with the role assistant-admin",
        "403, This page is for people with the role assistant-admin",
        "503, Nothing works."
    })
    void aRefusalSaysWhatToDo(int status, String words) {
        server.reply("metrics", status, "{\"detail\":\"Nothing works.\"}");
        open("", 1280, ColorScheme.LIGHT, ForcedColors.NONE);

        assertThat(page.locator("[role=alert]")).containsText(words);
        checkAccessibility("refused");
    }

    @Test
    void textFromTheLedgerIsShownAsText() {
        server.reply(
                "calls?offset=0&limit=60",
                200,
                AdminFigures.CALLS.replace("\"anna\"", "\"<img src=x onerror=alert(1)>\""));
        open("calls");

        assertThat(page.locator(".calls tbody td").nth(1)).hasText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void aFilterShowsOneSliceOfTheMonthInTilesAndCharts() {
        open();

        label("Department").selectOption(new SelectOption().setLabel("sales"));

        assertThat(tile("Inference cost")).containsText("€5.00");
        assertThat(tile("Inference cost")).containsText("12.5% of the budget of €40.00");
        assertThat(tile("First response")).containsText("p50 / p95 of 7 answers");
        assertThat(chart("Cost of the month").locator(".summary")).hasText("€5.00 spent in November 2026.");
        assertThat(card("Breakdown of the month").locator("tbody th").first()).hasText("claude-haiku-4-5");

        label("Month").selectOption("2026-10");

        assertThat(tile("Inference cost")).containsText("€0.00");
        assertThat(label("Department")).hasValue("");
    }

    @Test
    void filtersHoldTogether() {
        server.reply(
                "metrics?month=2026-11&model=claude-haiku-4-5&department=sales", 200, AdminFigures.novemberOfSales());
        open();
        label("Model").selectOption("=claude-haiku-4-5");
        assertThat(page.locator("[data-part=overview] > [role=status]")).hasText("Nothing scripted for it.");

        label("Department").selectOption("=sales");

        assertThat(tile("Inference cost")).containsText("€5.00");
        assertThat(label("Model")).hasValue("=claude-haiku-4-5");
        assertThat(card("Breakdown of the month").locator("tbody th").first()).hasText("claude-haiku-4-5");
    }

    @Test
    void aCombinationThatCannotBeToldLeavesNoFiguresThatCouldBeTakenForIt() {
        server.reply(
                "metrics?month=2026-11&model=claude-haiku-4-5&department=sales",
                400,
                "{\"detail\":\"Filters cannot be combined in this month.\"}");
        open();
        label("Department").selectOption("=sales");
        assertThat(tile("Inference cost")).containsText("€5.00");

        label("Model").selectOption("=claude-haiku-4-5");

        assertThat(page.locator("[data-part=overview] > [role=status]"))
                .hasText("Filters cannot be combined in this month.");
        assertThat(page.locator(".tile")).hasCount(0);
        label("Model").selectOption("");
        assertThat(tile("Inference cost")).containsText("€5.00");
    }

    @Test
    void callsAreNarrowedToSlicesOfAMonth() {
        server.reply("calls?month=2026-11&offset=0&limit=60", 200, AdminFigures.CALLS);
        server.reply("calls?month=2026-11&department=sales&offset=0&limit=60", 200, "{\"calls\":[]}");
        open("calls");
        assertThat(label("Department")).isHidden();
        label("Month").selectOption("2026-11");
        assertThat(label("Department")).isVisible();
        assertThat(page.locator(".calls > tbody > tr:not(.details)")).hasCount(2);

        label("Department").selectOption("=sales");

        assertThat(page.getByText("Nothing in this month.")).isVisible();
        assertThat(page.locator(".calls")).hasCount(0);
        label("Month").selectOption("");
        assertThat(page.locator(".calls > tbody > tr:not(.details)")).hasCount(2);
        assertThat(sent("GET"))
                .extracting(AdminServer.Asked::request)
                .filteredOn(request -> request.startsWith("GET calls"))
                .containsExactly(
                        "GET calls?offset=0&limit=60",
                        "GET calls?month=2026-11&offset=0&limit=60",
                        "GET calls?month=2026-11&department=sales&offset=0&limit=60",
                        "GET calls?offset=0&limit=60");
    }

    @Test
    void targetsAndTheAgreedLevelAreLinesInTheCharts() {
        open();

        assertThat(chart("Time to first response").locator(".reference-name")).hasText("Target p50 1.5 s");
        assertThat(chart("Time to the whole answer").locator(".reference-name")).hasText("Target p50 7.0 s");
        assertThat(chart("Errors before and after fallback").locator(".reference-name"))
                .hasText("SLA 0.1%");
        assertThat(tile("First response")).containsText("On target");
        assertThat(tile("Full generation")).containsText("Above target");
    }

    @Test
    void aPartHasAnAddressAndTheWayBackLeadsBack() {
        open();
        assertThat(page.locator("nav [aria-current=page]")).hasText("Overview");

        page.locator("nav").getByText("Prices").click();
        assertThat(page.locator("[data-part=prices] h1")).isVisible();
        assertThat(page.locator("[data-part=overview]")).isHidden();
        assertThat(page.locator("main")).isFocused();
        assertThat(page).hasTitle("Prices – Assistant administration");
        assertThat(page).hasURL(server.url("/assistant/admin/#prices"));
        assertThat(page.locator("nav [aria-current=page]")).hasText("Prices");

        page.goBack();
        assertThat(page.locator("[data-part=overview] h1")).isVisible();
    }

    @Test
    void theConfigurationTellsWhatNeedsARestart() {
        open("configuration");
        Locator rows = card("Configuration in force").locator("tbody tr");
        assertThat(rows).hasCount(6);

        page.getByLabel("Find").fill("connect");

        assertThat(rows).hasCount(1);
        assertThat(rows).hasText("assistant.timeout.connect3sdefaultafter a restart");
    }

    @Test
    void aPartThatCannotBeReadSaysWhyAndTheOthersStay() {
        server.reply("prices", 503, "{\"detail\":\"The database is away.\"}");
        open("prices");

        assertThat(card("Prices in force").locator("[role=status]")).hasText("The database is away.");
        page.locator("nav").getByText("Budgets").click();
        assertThat(budgets().locator("tbody tr")).hasCount(4);
    }
}
