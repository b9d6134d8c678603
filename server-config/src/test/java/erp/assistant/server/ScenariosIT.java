package erp.assistant.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The tour: each of its questions is asked on its screen, and what a good answer rests on is sent. */
class ScenariosIT extends ServerTest {

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void providers() {
        Server.configure(PROVIDERS.configuration("anthropic", "openai"));
    }

    @ParameterizedTest
    @CsvFileSource(
            files = "sample-erp/src/main/resources/sample/erp/scenario/scenarios.csv",
            delimiter = '|',
            numLinesToSkip = 1)
    void theQuestionIsAnsweredOnItsScreenFromTheFactsItNeeds(
            String number,
            String login,
            String type,
            String id,
            String page,
            String question,
            String needs,
            String forbidden) {
        try (Screens screens = chromium.screens().signIn(login)) {
            screens.open("/erp/" + page + "?id=" + id);
            screens.ask(question);

            assertThat(screens.text()).not().hasText("", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
            assertThat(screens.complaints()).isEmpty();
        }
        assertThat(PROVIDERS.primary.lastRequest().orElseThrow().body()).contains("<record_data>");
        // What stands in a prompt is cited by numbers; the receipt has the record's own ids.
        JsonObject done = Server.object(Server.send(Answer.asking(login, type, id, question)
                        .header("Accept", "application/json")
                        .build())
                .body());
        List<String> sent = done.getJsonObject("receipt").getJsonArray("sent").getValuesAs(JsonObject.class).stream()
                .map(value -> value.getString("id"))
                .toList();
        assertThat(sent).contains(needs.split(" ", -1));
        if (forbidden != null) {
            assertThat(sent)
                    .extracting(each -> each.substring(each.lastIndexOf('.') + 1))
                    .doesNotContain(forbidden.split(" ", -1));
        }
    }
}
