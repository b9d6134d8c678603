package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin page speaks six languages, all of it. */
class AdminLanguageTest extends AdminPageTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt"})
    void noPartShowsEnglishInAnotherLanguage(String language) throws IOException {
        Map<String, String> english = AdminDictionaryTest.dictionary("en");
        Map<String, String> own = AdminDictionaryTest.dictionary(language);
        open("?lang=" + language, 1280, ColorScheme.LIGHT, ForcedColors.NONE);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        for (String part : List.of(
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
                "configuration")) {
            page.locator("nav a[href$='#" + part + "']").click();
            assertThat(page.locator("nav [aria-current=page]")).hasText(text(own.getOrDefault("part." + part, "")));
            assertThat(page.locator("[data-part=" + part + "] .card").first()).isVisible();
            assertThat(page.locator(".part:visible [role=status]")
                            .filter(new Locator.FilterOptions().setHasText(text(own.getOrDefault("reading", "")))))
                    .hasCount(0);
            if (!language.equals("en")) {
                for (Object shown : (List<?>) page.evaluate(
                        "[...document.querySelectorAll('.part:not([hidden]) :is(h1, h2, label, th[scope=col], p.note)')]"
                                + ".map(({textContent}) => textContent)")) {
                    String same = own.entrySet().stream()
                            .filter(entry -> text(entry.getValue()).equals(shown))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
                    assertThat(same.isEmpty()
                                    && english.values().stream()
                                            .anyMatch(text -> text(text).equals(shown)))
                            .as("%s: English '%s'", part, shown)
                            .isFalse();
                }
            }
        }
        assertThat(page.locator(".language")).hasValue(language);
        checkAccessibility(language);
    }

    private static String text(String literal) {
        return literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
    }

    @Test
    void numbersAndDatesAreWrittenAsInTheReadersRegion() {
        newPage(
                server.url("/"),
                new Browser.NewContextOptions()
                        .setLocale("de-CH")
                        .setTimezoneId("Europe/Zurich")
                        .setViewportSize(1280, 800));
        page.clock().setFixedTime("2026-11-22T12:00:00Z");
        page.navigate(server.url("/assistant/admin/"));

        assertThat(page.locator(".tile").first()).containsText("222.72");
        assertThat(page.locator(".tile").nth(1)).containsText(Pattern.compile("1.980 Antworten"));
        assertThat(page.locator(".chart .summary").first()).containsText("November 2026; Prognose");
    }

    @ParameterizedTest
    @CsvSource({"ja, en, How the assistant runs", "pt-BR, pt, Como funciona o assistente"})
    void theBrowsersLanguageCountsElseEnglish(String browser, String shown, String heading) {
        newPage(server.url("/"), new Browser.NewContextOptions().setLocale(browser));
        page.navigate(server.url("/assistant/admin/"));

        assertThat(page.locator("[data-part=overview] h1")).hasText(heading);
        assertThat(page.locator("html")).hasAttribute("lang", shown);
    }

    @Test
    void theLanguageThatIsChosenStays() {
        open("budgets");
        page.locator(".language").selectOption("fr");

        assertThat(page.locator("[data-part=budgets] h1")).hasText("Budgets");
        assertThat(page.locator("h2:visible")).hasText("Budgets de ce mois");
        page.navigate(server.url("/assistant/admin/#prices"));
        assertThat(page.locator("[data-part=prices] h1")).hasText("Prix");
    }
}
