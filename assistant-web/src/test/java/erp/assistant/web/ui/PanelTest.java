package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the panel does with a conversation. */
class PanelTest extends PanelTestBase {

    @Test
    void theStartSaysWhatIsSentAndOffersQuickActions() {
        openPage();

        assertThat(panel().locator(".action"))
                .hasText(new String[] {"Summarize this order", "Why is it on hold?", "Draft a reply"});
        summary().click();
        assertThat(panel().locator(".fields dd")).hasText(new String[] {
            "Credit hold",
            "Meyer Maschinenbau GmbH confidential",
            "40,000.00 EUR confidential",
            "A*** M*** personal masked",
            "22 of 60",
            "Only accounting may see it."
        });
        assertThat(panel().locator(".fields")).containsText("About 412 tokens per question");
        assertThat(panel().locator(".notice")).hasText("Created with AI. Verify before use.");
    }

    @Test
    void aQuickActionAsksItsQuestionAndTheRequestFollowsTheContract() throws Exception {
        openPage();

        panel().locator(".action").nth(1).click();

        var answer = server.nextAnswer();
        assertThat(answer.question().toString())
                .isEqualTo(
                        "{\"question\":\"Why is this order on hold?\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"},"
                                + "\"action\":\"why-blocked\",\"language\":\"en\"}");
        assertThat(answer.header("Accept")).isEqualTo("text/event-stream");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Requested-With")).isEqualTo("erp-assistant");
        assertThat(input()).isFocused();
        answer.stream().meta().delta("Because.").done();
        assertThat(text()).hasText("Because.");
    }

    @Test
    void textAppearsWhileTheAnswerIsStillUnderWay() throws Exception {
        openPage();

        var answer = ask("Why is it late?");
        assertThat(answer()).hasText("Reading the record…");
        answer.stream().meta();
        assertThat(answer()).hasText("Waiting for the answer…");
        answer.delta("The order ");
        assertThat(text()).hasText("The order");
        assertThat(answer()).hasAttribute("aria-busy", "true");
        assertThat(status()).hasText("The assistant is answering.");
        answer.delta("waits **for pa");
        assertThat(text()).hasText("The order waits for pa");
        assertThat(text().locator("strong")).hasText("for pa");
        answer.delta("rts**.").done();

        assertThat(text()).hasText("The order waits for parts.");
        assertThat(answer()).hasAttribute("aria-busy", "false");
        assertThat(status()).hasText("Answer complete. The order waits for parts.");
        assertThat(input()).isFocused();
    }

    @Test
    void charactersCutBetweenTwoNetworkPiecesArriveWhole() throws Exception {
        openPage();

        var answer = ask("Who?").stream().meta();
        byte[] event = "event: delta\r\ndata: {\"text\":\"Müller €5 😀\"}\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        for (byte piece : event) {
            answer.bytes(piece);
        }
        assertThat(text()).hasText("Müller €5 😀");
        answer.raw(": still there\n\n").done();

        assertThat(status()).hasText("Answer complete. Müller €5 😀");
    }

    @Test
    void stopKeepsThePartialTextAndAbortsTheRequestAtTheServer() throws Exception {
        openPage();
        var answer = ask("Tell me all").stream().meta().delta("The first half");
        assertThat(text()).hasText("The first half");

        send().focus();
        assertThat(send()).hasText("Stop");
        send().press("Enter");

        assertThat(answer().locator(".warning")).hasText("Stopped. The text above is not the whole answer.");
        assertThat(text()).hasText("The first half");
        assertThat(send()).hasText("Send");
        assertThat(send()).isFocused();
        assertThat(status()).hasText("Stopped.");
        assertThat(answer.abortedByBrowser()).as("request aborted").isTrue();
        assertThat(server.nextStopOrRating()).isEqualTo("DELETE /assistant/api/v1/answers/a-1");
    }

    @Test
    void theFooterSaysWhatTheAnswerTook() throws Exception {
        openPage();

        ask("How much?").stream().meta().delta("Much.").done();

        assertThat(answer().locator(".footer li")).hasText(new String[] {
            "test-model", "1.1 sec to first response", "19.1 sec in total", "412 in / 58 out tokens", "€0.0031"
        });
    }

    @Test
    void whatIsNotKnownIsSaidToBeUnknown() throws Exception {
        openPage();

        ask("How much?").stream()
                .meta()
                .delta("Much.")
                .done("\"cost\":null,\"usage\":null,\"latency\":{\"firstMs\":null,\"totalMs\":2000}");

        assertThat(answer().locator(".footer li"))
                .hasText(new String[] {"test-model", "2.0 sec in total", "tokens unknown", "cost unknown"});
    }

    @Test
    void theDockEndsWithTheWindowAlsoWhenTheHostFillsItsHeaderInLater() {
        openPage();
        int end = dockEnd();

        page.evaluate(
                "document.body.prepend(Object.assign(document.createElement('h1'), { textContent: 'A late header' }))");

        page.waitForCondition(() -> Math.abs(dockEnd() - end) < 2);
        assertThat((int) page.evaluate(
                        "Math.round(document.querySelector('erp-assistant').getBoundingClientRect().top)"))
                .isGreaterThan(60);
    }

    private int dockEnd() {
        return (int) panel().locator(".dock").evaluate("dock => Math.round(dock.getBoundingClientRect().bottom)");
    }

    @Test
    void theFooterCanBeSwitchedOff() throws Exception {
        openPage("en", "light", " footer=off");

        ask("How much?").stream().meta().delta("Much.").done();

        assertThat(status()).hasText("Answer complete. Much.");
        assertThat(answer().locator(".footer")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | question-invalid      | The assistant cannot work with this question. Change it and send it again. | false
            401 | not-signed-in         | You are no longer signed in. What you have written here stays; sign in again, then try again. | true
            402 | budget-reached        | The budget for the assistant is used up. Everything else works as before. It starts anew on December 1, 2026; your administrator can raise it. | false
            403 | not-allowed           | You may not use the assistant. Everything else works as before; your administrator can give you access. | false
            403 | switched-off          | Your administrator has switched this off. Everything else works as before. | false
            404 | record-not-available  | This record does not exist or is not shown to you, so the assistant cannot answer about it. | false
            413 | too-large             | The question is too long. Shorten it and send it again. | false
            429 | rate-limited          | You have asked many questions in a short time. Try again in 30 seconds. | true
            500 | internal              | Something went wrong in the assistant. Everything else works as before. Try again in 30 seconds; if it happens again, tell your administrator. | true
            503 | provider-unavailable  | The AI service does not answer right now. Everything else works as before. Try again in 30 seconds. | true
            504 | timeout               | The AI service took too long. Everything else works as before. Try again in 30 seconds, or ask a shorter question. | true
            418 | a-new-code            | The kettle is on. | true
            """)
    void everyProblemHasItsMessage(int status, String code, String message, boolean retry) throws Exception {
        openPage();

        ask("Why?")
                .refuse(
                        status,
                        "{\"type\":\"about:blank\",\"status\":" + status + ",\"code\":\"" + code
                                + "\",\"detail\":\"The kettle is on.\",\"retryAfter\":30,\"resetDate\":\"2026-12-01\"}");

        assertThat(alert().locator("p")).hasText(message);
        assertThat(alert().locator(".plain")).hasCount(retry ? 1 : 0);
        assertThat(send()).hasText("Send");
    }

    @Test
    void aProblemInTheMiddleOfAnAnswerKeepsTheTextAndSaysThatItIsNotWhole() throws Exception {
        openPage();

        var answer = ask("Why?").stream().meta().delta("Half of it");
        assertThat(text()).hasText("Half of it");
        answer.event("error", "{\"code\":\"provider-unavailable\",\"detail\":\"\"}")
                .close();

        assertThat(alert().locator("p")).hasText(new String[] {
            "The AI service does not answer right now. Everything else works as before. Try again in a moment.",
            "The text above is not the whole answer. Do not rely on it."
        });
        assertThat(text()).hasText("Half of it");
    }

    @Test
    void aStreamThatIsCutIsAnErrorAndRetryAsksAgain() throws Exception {
        openPage();

        ask("Why?").stream().meta().delta("Looks complete.").close();

        assertThat(alert()).containsText("The connection broke off before the answer was complete.");
        assertThat(answer().locator(".footer")).hasCount(0);
        assertThat(status()).hasText("");
        alert().locator(".plain").click();
        var again = server.nextAnswer();
        assertThat(again.question().getString("question")).isEqualTo("Why?");
        assertThat(input()).isFocused();
        again.stream().meta().delta("Now whole.").done();
        assertThat(status()).hasText("Answer complete. Now whole.");
    }

    @Test
    void aConnectionThatFallsSilentIsGivenUp() throws Exception {
        page.clock().install();
        openPage();
        ask("Why?").stream().meta().delta("And then");
        assertThat(text()).hasText("And then");

        page.clock().fastForward(59_000);
        assertThat(send()).hasText("Stop");
        page.clock().fastForward(2_000);

        assertThat(alert()).containsText("The connection broke off before the answer was complete.");
        assertThat(send()).hasText("Send");
    }

    @Test
    void beingOfflineIsSaid() {
        openPage();
        context.setOffline(true);

        input().fill("Why?");
        input().press("Enter");

        assertThat(alert().locator("p"))
                .hasText("You are offline. What you have written here stays. Try again when the network is back.");
    }

    @Test
    void aLoginPageInsteadOfAnAnswerMeansSignedOut() throws Exception {
        openPage();

        ask("Why?").refuse(200, "<html>Please sign in</html>");

        assertThat(alert()).containsText("You are no longer signed in.");
    }

    @Test
    void aRestartVoidsTheTextSoFar() throws Exception {
        openPage();

        var answer = ask("Why?").stream().meta().delta("Wrong [#creditLimit] start");
        assertThat(text()).hasText("Wrong 1 start");
        answer.event("restart", "{\"reason\":\"provider-failed\"}");
        assertThat(answer().locator(".note")).hasText("The first provider failed; the answer starts again.");
        assertThat(text()).hasText("");
        answer.delta("Right [#status].").done("\"source\":\"backup\"");

        assertThat(text()).hasText("Right 1.");
        assertThat(answer().locator(".mark")).hasText("Backup provider");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            offline | Without AI
            cache   | From cache
            backup  | Backup provider
            """)
    void theSourceOfAnAnswerIsMarked(String source, String mark) throws Exception {
        openPage();

        ask("Why?").stream().meta().delta("So.").done("\"source\":\"" + source + "\"");

        assertThat(answer().locator(".mark")).hasText(mark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            length    | The answer reached its length limit. Ask for the missing part.
            refusal   | The AI model declined to go on. Put the question differently.
            truncated | The connection to the AI model broke off. The text above is not the whole answer.
            stopped   | Stopped. The text above is not the whole answer.
            timeout   | The answer took too long and was ended. The text above is not the whole answer.
            """)
    void anIncompleteAnswerSaysWhy(String reason, String sentence) throws Exception {
        openPage();

        ask("Why?").stream().meta().delta("So").done("\"status\":\"incomplete\",\"reason\":\"" + reason + "\"");

        assertThat(answer().locator(".warning")).hasText(sentence);
        assertThat(status()).hasText("Answer ended early. " + sentence + " So");
    }

    @Test
    void citationsAreNumberedAndLeadToTheFieldAndUnknownOnesAreDropped() throws Exception {
        openPage();
        page.evaluate("document.addEventListener('assistant-cite', event => document.title = event.detail.id)");
        var answer = ask("Why?").stream().meta().delta("Limit [#creditLimit][#constructor] of [#customer], [#cre");
        assertThat(text()).hasText("Limit 1 of 2,");
        answer.delta("ditLimit] and [#nonsense]line 20 [#lines.20.available].")
                .done(
                        "\"citations\":[{\"id\":\"creditLimit\",\"label\":\"Credit limit\",\"value\":\"40,000.00 EUR\"}]");

        assertThat(text()).hasText("Limit 1 of 2, 1 and line 20 3.");
        var first = text().locator(".citation").first();
        assertThat(first).hasAccessibleName("Source 1: Credit limit, 40,000.00 EUR");
        first.click();
        assertThat(page.locator("[data-assistant-field=creditLimit]")).isFocused();
        assertThat(page.title()).isEqualTo("creditLimit");
        assertThat(page.locator("[data-assistant-field=creditLimit]").evaluate("e => getComputedStyle(e).outlineWidth"))
                .isEqualTo("3px");

        answer().locator(".sources summary").click();
        assertThat(answer().locator(".source")).hasText(new String[] {
            "1Credit limit40,000.00 EUR", "2CustomerMeyer Maschinenbau GmbH", "3Line 20 available22 of 60"
        });
        answer().locator(".source").nth(1).click();
        assertThat(status()).hasText("This page does not show Customer. Its value is Meyer Maschinenbau GmbH.");
    }

    @Test
    void aHostMayFollowCitationsItself() throws Exception {
        openPage();
        page.evaluate("document.addEventListener('assistant-cite', event => event.preventDefault())");
        ask("Why?").stream().meta().delta("[#status]").done();

        text().locator(".citation").click();

        assertThat(text().locator(".citation")).isFocused();
        assertThat(page.locator("span[data-assistant-field=status][tabindex]")).hasCount(0);
    }

    @Test
    void figuresThatNoFieldExplainsAreMarkedInTheTextAndListed() throws Exception {
        openPage();

        ask("Why?").stream()
                .meta()
                .delta("It is 17,300 not 117,300 or 17,300.50; **17,300** again.")
                .done("\"figures\":{\"checked\":4,\"unmatched\":[\"17,300\"]}");

        assertThat(answer().locator(".warning")).hasText("Not found in the record: 17,300");
        assertThat(text().locator("mark")).hasCount(2);
        assertThat(text().locator("strong mark")).hasText("17,300 (not found in the record)");
    }

    @Test
    void theAnswerIsCopiedAsPlainText() throws Exception {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        openPage();
        ask("Why?").stream()
                .meta()
                .delta("**Limit** is low [#creditLimit].\n\n- one [#status]\n- two\n\n| A | B |\n|---|---|\n| 1 | 2 |")
                .done();

        answer().locator(".buttons .plain").click();

        assertThat(status()).hasText("Answer copied.");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("Limit is low.\n\n- one\n- two\n\nA\tB\n1\t2");
    }

    @Test
    void anAnswerCanBeRated() throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("So.").done();
        var helpful = answer().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Helpful").setExact(true));

        helpful.click();

        assertThat(server.nextStopOrRating())
                .isEqualTo("POST /assistant/api/v1/answers/a-1/feedback{\"rating\":\"up\"}");
        assertThat(helpful).hasAttribute("aria-pressed", "true");
        assertThat(status()).hasText("Thank you. Your rating is saved.");
    }

    @Test
    void aNewConversationClearsAndEndsWhatIsUnderWay() throws Exception {
        openPage();
        var old = ask("Why?").stream().meta().delta("Old text");
        assertThat(text()).hasText("Old text");

        panel().getByLabel("New conversation").click();

        assertThat(panel().locator(".answer")).hasCount(0);
        assertThat(panel().locator(".action")).hasCount(3);
        assertThat(old.abortedByBrowser()).isTrue();
        ask("And now?").stream().meta().delta("New text").done();
        assertThat(text()).hasText("New text");
    }

    @Test
    void anotherRecordBringsItsOwnContextAndClosesTheConversation() throws Exception {
        openPage();
        ask("Why?").stream().meta().delta("About 4711").done();
        assertThat(text()).hasText("About 4711");
        server.context(200, PanelServer.CONTEXT.replace("Sales order 4711", "Sales order 4713"));

        panel().evaluate("e => { e.setAttribute('record-id', '4713'); e.removeAttribute('record-label'); }");

        assertThat(summary()).hasText("5 fields of Sales order 4713 can be sent");
        assertThat(panel().locator(".answer")).hasCount(0);
        assertThat(server.requests().stream().filter(r -> r.endsWith("/4713/context")))
                .hasSize(1);
    }

    @Test
    void aContextThatCannotBeReadIsAnErrorWithRetry() {
        server.context(503, "{\"code\":\"provider-unavailable\"}");
        openPage("en", "light", "");
        assertThat(alert()).containsText("The AI service does not answer right now.");
        assertThat(summary()).hasText("Which fields are sent is not known right now");
        server.context(200, PanelServer.CONTEXT);

        alert().locator(".plain").click();

        assertThat(summary()).hasText("5 fields of Sales order 4711 can be sent");
        assertThat(alert()).hasCount(0);
    }

    @Test
    void methodsAndEventsServeTheHost() throws Exception {
        openPage();
        page.evaluate("addEventListener('assistant-answer', event => document.title = JSON.stringify(event.detail))");

        panel().evaluate("e => { e.ask('From the host', 'summary'); }");

        var answer = server.nextAnswer();
        assertThat(answer.question().getString("action")).isEqualTo("summary");
        answer.stream().meta().delta("Yes.").done();
        assertThat(page)
                .hasTitle("{\"answer\":\"a-1\",\"question\":\"From the host\",\"status\":\"complete\","
                        + "\"reason\":\"end\",\"source\":\"primary\",\"text\":\"Yes.\"}");
        panel().evaluate("e => e.newConversation()");
        assertThat(panel().locator(".answer")).hasCount(0);
        panel().evaluate("e => e.close()");
        assertThat(input()).isHidden();
        panel().evaluate("e => e.open()");
        assertThat(input()).isFocused();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT | 5 Felder von Sales order 4711 können gesendet werden | 0,0031
            fr    | 5 champs de Sales order 4711 peuvent être envoyés     | 0,0031
            es    | Se pueden enviar 5 campos de Sales order 4711        | 0,0031
            it    | Possono essere inviati 5 campi di Sales order 4711   | 0,0031
            pt    | 5 campos de Sales order 4711 podem ser enviados     | 0,0031
            xx    | 5 fields of Sales order 4711 can be sent         | 0.0031
            """)
    void theDocumentsLanguageIsSpoken(String lang, String summary, String cost) throws Exception {
        openPage(lang, "light", "");
        assertThat(summary()).hasText(summary);

        ask("?").stream().meta().delta("!").done();

        assertThat(answer().locator(".footer li").last()).containsText(cost);
    }

    @Test
    void whoeverHasScrolledUpStaysThere() throws Exception {
        openPage();
        var log = panel().locator(".log");
        var answer = ask("Tell me much").stream().meta().delta("line  \n".repeat(80));
        assertThat(text()).containsText("line");
        page.waitForCondition(() -> scrolled(log) > 300);
        int followed = scrolled(log);

        log.hover();
        page.mouse().wheel(0, -200);
        page.waitForCondition(() -> scrolled(log) < followed);
        int chosen = scrolled(log);
        answer.delta("\n\nmore  \n".repeat(20) + "the end");
        assertThat(text()).containsText("the end");

        assertThat(scrolled(log)).isEqualTo(chosen);
        answer.done();
    }

    private static int scrolled(Locator log) {
        return (int) log.evaluate("e => Math.round(e.scrollTop)");
    }

    @Test
    void enterInTheMiddleOfAnInputMethodOrWithShiftDoesNotSend() {
        openPage();
        input().fill("first");
        input().press("Shift+Enter");
        input().pressSequentially("second");
        input().dispatchEvent("keydown", Map.of("key", "Enter", "isComposing", true, "cancelable", true));

        assertThat(input()).hasValue("first\nsecond");
        assertThat(panel().locator(".question")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it", "pt"})
    void aTranslationHasEveryMessageWithItsPlaceholders(String lang) {
        openPage();

        Object different = page.evaluate("""
                async (lang) => {
                  const messages = async (name) => (await import(`/assistant/ui/i18n/${name}.js`)).default;
                  const shape = (all) => Object.entries(all).map(([key, message]) => [
                    key,
                    typeof message,
                    ...(JSON.stringify(message).match(/\\{\\w+\\}/g) ?? []).sort(),
                  ].join(' '));
                  const [english, translated] = [shape(await messages('en')), shape(await messages(lang))];
                  return [
                    ...english.filter((line) => !translated.includes(line)),
                    ...translated.filter((line) => !english.includes(line)),
                  ];
                }
                """, lang);

        assertThat(different).isEqualTo(List.of());
    }

    /** Everything that a page loads for one language, with the Markdown lexer. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt"})
    void thePanelStaysSmall(String lang) throws Exception {
        openPage(lang, "light", "");
        page.waitForCondition(() -> server.requests().stream().anyMatch(request -> request.endsWith("/marked.esm.js")));
        var scripts = server.requests().stream()
                .filter(request -> request.endsWith(".js"))
                .map(request -> request.substring("GET ".length()))
                .distinct()
                .toList();

        int size = 0;
        for (String script : scripts) {
            size += gzipped(page.request().get(server.url(script)).body());
        }

        assertThat(scripts)
                .hasSize(3)
                .anyMatch(script -> script.endsWith("/marked.esm.js"))
                .anyMatch(script -> script.endsWith("/i18n/" + lang + ".js"));
        assertThat(size).as("gzipped size of " + scripts).isLessThanOrEqualTo(35 * 1024);
    }

    private static int gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
