package erp.assistant.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample ERP's screens in a real browser: both themes, wide and narrow, and what is written on them. */
class ErpScreensIT extends ServerTest {

    private static final List<String> LISTS = List.of(
            "sales-orders",
            "deliveries",
            "invoices",
            "customers",
            "items",
            "purchase-orders",
            "supplier-invoices",
            "suppliers",
            "production-orders",
            "ledger-accounts",
            "payment-runs");

    private static final List<String> SHEETS = List.of(
            "sales-order.html?id=4711",
            "sales-order.html?id=4731",
            "delivery.html?id=DN60001",
            "invoice.html?id=87909",
            "customer.html?id=10017",
            "item.html?id=MT-9900",
            "purchase-order.html?id=45305",
            "supplier-invoice.html?id=ER5001",
            "supplier.xhtml?id=70001",
            "production-order.html?id=80012",
            "production-order.html?id=79950",
            "ledger-account.html?id=6200",
            "payment-run.html?id=9031");

    /** What a search finds or does not, an order of rows, and a record that is not there. */
    private static final List<String> RARE = List.of(
            "customers.html?search=meyer",
            "customers.html?search=zzzz",
            "sales-orders.html?status=LATE&sort=customer",
            "sales-order.html?id=0");

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 800, LIGHT",
        "1280, 800, DARK",
        "390, 844, LIGHT",
        "390, 844, DARK",
        "320, 700, LIGHT",
        "320, 700, DARK"
    })
    void everyScreenFitsItsWindowAndIsAccessible(int width, int height, ColorScheme theme) {
        try (Screens screens = chromium.screens()) {
            screens.page.setViewportSize(width, height);
            screens.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            screens.signIn("carl");
            SoftAssertions softly = new SoftAssertions();
            LISTS.forEach(list -> check(screens, list + ".html", width, theme, softly));
            SHEETS.forEach(sheet -> check(screens, sheet, width, theme, softly));
            RARE.forEach(page -> check(screens, page, width, theme, softly));
            softly.assertThat(screens.complaints()).isEmpty();
            softly.assertAll();
        }
    }

    private static void check(Screens screens, String path, int width, ColorScheme theme, SoftAssertions softly) {
        screens.open("/erp/" + path);
        assertThat(screens.page.locator("#shell nav")).isAttached();
        assertThat(screens.page.locator("h1")).hasCount(1);
        assertThat(screens.page.locator(".loading")).hasCount(0);

        String name =
                path.replaceAll("\\W+", "-") + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
        screens.page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "erp-screenshots", name + ".png"))
                .setFullPage(true));
        softly.assertThat((int) screens.page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("how much wider than the window %s is", name)
                .isNotPositive();
        softly.assertThat((int) screens.page.evaluate("[...document.querySelectorAll('.scroll')]"
                        + ".filter(table => table.scrollWidth > table.clientWidth + 1).length"))
                .as("tables of %s that scroll sideways", name)
                .isLessThanOrEqualTo(width > 700 ? 1 : 0);
        accessible(screens, name, softly);
    }

    private static void accessible(Screens screens, String name, SoftAssertions softly) {
        softly.assertThat(new AxeBuilder(screens.page)
                        .analyze().getViolations().stream().map(ErpScreensIT::told))
                .as("axe violations of %s", name)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, LIGHT", "1280, 800, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void pagesWithoutNavigationAreAccessibleToo(int width, int height, ColorScheme theme) {
        try (Screens screens = chromium.screens()) {
            screens.page.setViewportSize(width, height);
            screens.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            SoftAssertions softly = new SoftAssertions();
            for (String path : List.of("sign-in.html", "sign-in.html?failed", "not-found.html", "failed.html")) {
                if (path.equals("not-found.html")) {
                    screens.signIn("carl");
                }
                screens.open("/erp/" + path);
                accessible(screens, path + " " + width + " " + theme, softly);
            }
            softly.assertAll();
        }
    }

    @Test
    void aNarrowWindowSortsByAMenuAndShowsWhatIsLastAboveTheAssistantsButton() {
        try (Screens screens = chromium.screens()) {
            screens.page.setViewportSize(390, 844);
            screens.signIn("carl").open("/erp/customers.html");
            assertThat(screens.page.locator("tbody tr")).hasCount(25);

            screens.page.getByLabel("Sort by").selectOption("Name ↑");

            assertThat(screens.page).hasURL(Pattern.compile(".*sort=name.*"));
            assertThat(screens.page.locator("erp-assistant")).hasAttribute("list-filter", "sort=name");
            screens.page.evaluate("scrollTo(0, document.body.scrollHeight)");
            double next = screens.page
                    .getByText("Next", new Page.GetByTextOptions().setExact(true))
                    .boundingBox()
                    .y;
            assertThat(next + 32)
                    .isLessThan(screens.panel().locator(".launcher").boundingBox().y);
        }
    }

    @Test
    void aShortListDoesNotMakeThePageLongerThanItsWindow() {
        try (Screens screens = chromium.screens().signIn("carl")) {
            screens.open("/erp/customers.html?search=meyer");
            assertThat(screens.panel().locator(".action").first()).isVisible();

            assertThat((int) screens.page.evaluate("document.documentElement.scrollHeight - innerHeight"))
                    .isNotPositive();
        }
    }

    @Test
    void theFacesPageSpeaksAsTheOthersDo() {
        try (Screens screens = chromium.screens("de-DE").signIn("bert")) {
            screens.open("/erp/supplier.xhtml?id=70001");

            assertThat(screens.field("contracts.RV-70001-1.endsOn"))
                    .hasText(Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{4}"));
            assertThat(screens.field("partsPerMillion")).hasText("3.000");
            assertThat(screens.field("country")).hasText("Italy");
            assertThat(screens.panel().locator("textarea")).hasAttribute("placeholder", "Frage zu Lieferant 70001 …");
        }
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    @Test
    void theMenuOfANarrowWindowOpensByKeyboardAndLeadsToEveryList() {
        try (Screens screens = chromium.screens()) {
            screens.page.setViewportSize(390, 844);
            screens.signIn("carl");
            assertThat(screens.page.locator("#pages")).isHidden();

            screens.page.locator("button.menu").focus();
            screens.page.keyboard().press("Enter");

            assertThat(screens.page.locator("#pages a")).hasCount(LISTS.size());
            screens.page.locator("#pages a").getByText("Payments").click();
            assertThat(screens.page.locator("h1")).hasText("Payment runs");
        }
    }

    @ParameterizedTest
    @CsvSource({"vera, 4", "paul, 5", "bert, 7", "anna, 5", "carl, 11"})
    void theNavigationHasWhatThePersonMaySee(String login, int pages) {
        try (Screens screens = chromium.screens().signIn(login)) {
            assertThat(screens.page.locator("#pages a")).hasCount(pages);
        }
    }

    @Test
    void whoMayNotSeeARecordGetsTheSamePageAsForOneThatDoesNotExist() {
        try (Screens screens = chromium.screens().signIn("vera")) {
            for (String path : List.of(
                    "supplier.xhtml?id=70001",
                    "supplier.xhtml?id=1",
                    "supplier.xhtml",
                    "api/payment-runs/9031",
                    "api/payment-runs/1")) {
                Response response =
                        screens.page.navigate(Server.uri("/erp/" + path).toString());

                assertThat(response.status()).as(path).isEqualTo(404);
                assertThat(response.text()).as(path).contains("does not exist, or you may not see it");
            }
        }
    }

    @Test
    void aFailedSignInSaysSoOnTheSamePage() {
        try (Screens screens = chromium.screens()) {
            screens.open("/erp/");
            screens.page.getByLabel("User").fill("anna");
            screens.page.getByLabel("Password").fill("wrong");
            screens.page.locator("button[type=submit]").click();

            assertThat(screens.page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .hasText("User or password is wrong. Try again.");
            assertThat(screens.complaints()).isEmpty();
        }
    }

    @Test
    void aNoteIsSavedByScriptAndByFaces() {
        try (Screens screens = chromium.screens().signIn("carl")) {
            for (String path : List.of("customer.html?id=10003", "supplier.xhtml?id=70009")) {
                screens.open("/erp/" + path);
                screens.page.getByLabel("Note").fill("Called on Monday; <b>no</b> complaints.");
                screens.page.getByText("Save note").click();
                assertThat(screens.page.getByText("Saved.")).isVisible();

                screens.open("/erp/" + path);
                assertThat(screens.page.getByLabel("Note")).hasValue("Called on Monday; <b>no</b> complaints.");
            }
            assertThat(screens.complaints()).isEmpty();
        }
    }

    @Test
    void theReactIslandShowsAllPaymentsOnDemandAndTheAssistantBesideThem() {
        try (Screens screens = chromium.screens().signIn("carl")) {
            screens.open("/erp/payment-run.html?id=9031");
            int flagged = screens.page
                    .locator("[data-assistant-field^='items.'][data-assistant-field$='.invoice']")
                    .count();

            screens.page.getByLabel("Only what is to be looked at").uncheck();

            assertThat(screens.page
                            .locator("[data-assistant-field^='items.'][data-assistant-field$='.invoice']")
                            .count())
                    .isGreaterThan(flagged);
            assertThat(screens.panel()).hasCount(1);
            assertThat(screens.complaints()).isEmpty();
        }
    }
}
