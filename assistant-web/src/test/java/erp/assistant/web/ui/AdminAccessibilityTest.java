package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
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
        "LIGHT, 1280, ACTIVE"
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
}
