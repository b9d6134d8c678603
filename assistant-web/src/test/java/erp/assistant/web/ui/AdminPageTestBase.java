package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The admin page with a server whose answers are scripted. */
@SuppressWarnings("NullAway") // the server is there before each test
abstract class AdminPageTestBase extends BrowserTest {
    AdminServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new AdminServer();
        server.reply("metrics", 200, AdminFigures.november());
        server.reply("metrics?month=2026-11", 200, AdminFigures.november());
        server.reply("metrics?month=2026-11&department=sales", 200, AdminFigures.novemberOfSales());
        server.reply("metrics?month=2026-10", 200, AdminFigures.EMPTY_MONTH.replace("2026-11", "2026-10"));
        server.reply("config", 200, AdminFigures.CONFIG);
        server.reply("calls?offset=0&limit=60", 200, AdminFigures.CALLS);
        server.reply("providers", 200, AdminFigures.PROVIDERS);
        server.reply("budgets", 200, AdminFigures.BUDGETS);
        for (String file :
                List.of("audit", "prices", "rerate", "switches", "rehearsal", "mappings", "templates", "feedback")) {
            server.reply(file, file + ".json");
        }
        server.reply("rehearsal/list", "rehearsal-list.json");
        server.reply("audit/c2", "question.json");
        server.reply("templates/render", "render.json");
        server.reply("evaluation/cases", "cases.json");
        server.reply("evaluation/runs", "runs.json");
        server.reply("evaluation/runs/91c0", "run.json");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    void open(String address, int width, ColorScheme theme, ForcedColors colors) {
        newPage(
                server.url("/"),
                new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(theme)
                        .setForcedColors(colors)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin"));
        page.clock().setFixedTime("2026-11-22T12:00:00Z");
        page.navigate(server.url("/assistant/admin/" + address));
    }

    /** A part, which is told by the end of the address. */
    void open(String part) {
        open("#" + part, 1280, ColorScheme.LIGHT, ForcedColors.NONE);
        assertThat(page.locator("[data-part=" + part + "] h1")).isVisible();
    }

    Locator card(String heading) {
        return page.locator(".card:visible")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(heading).setExact(true))));
    }

    Locator label(String name) {
        return page.locator(".part:visible").getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What has this text and no other. */
    static Locator exactly(Locator within, String text) {
        return within.getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    /** Lets a recording be judged. */
    Locator judge(String file) {
        Locator judge = card("Judge a recording");
        judge.locator("input").setInputFiles(new FilePayload("r.json", "application/json", file.getBytes(UTF_8)));
        exactly(judge, "Judge").click();
        return judge;
    }

    /** What the page has read last. */
    String lastRead() {
        List<AdminServer.Asked> read = sent("GET");
        return read.get(read.size() - 1).request();
    }

    /** What the page has sent with a method, newest last. */
    List<AdminServer.Asked> sent(String method) {
        return server.asked.stream()
                .filter(each -> each.request().startsWith(method + " "))
                .toList();
    }
}
