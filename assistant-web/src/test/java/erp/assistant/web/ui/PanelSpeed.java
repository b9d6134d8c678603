package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures what the panel costs a browser; a figure is no reason to fail, so that no build runs it unasked:
 * {@code mvn -Dquick -pl assistant-web -am -Dtest=PanelSpeed -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
class PanelSpeed extends PanelTestBase {
    private static final int ROUNDS = 5;
    /** What the prototype's answers were made of: a table of three rows in every 250 tokens, seven citations. */
    private static final String PART = """
            **This order is on credit hold because it would exceed the customer's credit limit.** [#status]

            Meyer Maschinenbau GmbH [#customer] has a credit limit of **40,000.00 EUR** [#creditLimit] and open invoices of
            **31,275.50 EUR** [#customer]. Adding this order (18,420.00 EUR net [#creditLimit]) leaves the customer
            **9,695.50 EUR over** the limit.

            ### Lines at risk, part %d

            | Pos. | Item | Ordered | Available | Missing |
            |------|------|--------:|----------:|--------:|
            | 10 | BR-2040 | 400 | 1,250 | 0 |
            | 20 | SH-0815 | 60 | 22 | **38** |
            | 30 | SE-1177 | 120 | 480 | 0 |

            Only line 20 [#lines.20.available] is short. The requested date is **4 December** [#status].

            ### What you can do

            1. Ask for part payment of invoice INV-88213 (12,400.00 EUR, 18 days overdue).
            2. Release lines 10 and 30 as a partial delivery (5,760.00 EUR), which stays **inside** the limit.
            3. Request a temporary limit of 50,000.00 EUR from finance.

            > The record does not say when line 20 will be back in stock.

            """;

    /** As a model does it: words, of which some are two tokens. */
    private static List<String> tokens(int count) {
        StringBuilder text = new StringBuilder();
        for (int part = 1; text.length() < count * 7; part++) {
            text.append(PART.formatted(part));
        }
        List<String> tokens = new ArrayList<>();
        for (String word : text.toString().split("(?<=[ \n|])")) {
            int half = word.length() > 7 ? word.length() / 2 : word.length();
            tokens.add(word.substring(0, half));
            if (half < word.length()) {
                tokens.add(word.substring(half));
            }
        }
        return tokens.subList(0, count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void inputReady(int slowDown) {
        context.addInitScript("""
                (() => {
                  const look = () => {
                    const input = document.querySelector('erp-assistant')?.shadowRoot?.querySelector('textarea');
                    if (input?.checkVisibility()) window.ready = performance.now();
                    else requestAnimationFrame(look);
                  };
                  look();
                })()""");
        CDPSession devTools = context.newCDPSession(page);
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", slowDown);
        devTools.send("Emulation.setCPUThrottlingRate", rate);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            openPage();
            times.add(((Number) page.evaluate("ready")).doubleValue());
        }
        times.sort(null);
        System.out.printf(
                "input ready at %dx slow-down: %.0f ms (median of %d)%n", slowDown, times.get(ROUNDS / 2), ROUNDS);
    }

    @Test
    void answerAt28TokensASecond() throws Exception {
        answer(504, 28);
    }

    @Test
    void answerAt200TokensASecond() throws Exception {
        answer(2_214, 200);
    }

    private void answer(int count, int perSecond) throws Exception {
        context.addInitScript("window.longest = []; new PerformanceObserver((list) =>"
                + " longest.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask' })");
        openPage();
        CDPSession devTools = context.newCDPSession(page);
        devTools.send("Performance.enable");
        var answer = ask("Tell me all").stream().meta();
        page.evaluate("longest = []");
        List<String> tokens = tokens(count);
        Map<String, Double> before = seconds(devTools);
        long start = System.nanoTime();
        Thread writer = new Thread(() -> {
            long next = System.nanoTime();
            for (String token : tokens) {
                answer.delta(token);
                next += 1_000_000_000L / perSecond;
                LockSupport.parkNanos(next - System.nanoTime());
            }
            answer.done();
        });
        writer.start();
        // Looking whether it is over would be work for the browser.
        writer.join();
        assertThat(status()).containsText("Answer complete.");
        double lasted = (System.nanoTime() - start) / 1e9;
        Map<String, Double> busy = seconds(devTools);
        busy.replaceAll((part, total) -> total - before.getOrDefault(part, 0.0));
        double all = busy.getOrDefault("TaskDuration", 0.0);
        System.out.printf(
                "%d tokens at %d/s: %.2f s of the main thread in %.1f s (%.1f %%); long tasks %s ms; of it, in s: %s%n",
                count, perSecond, all, lasted, 100 * all / lasted, page.evaluate("longest.map(Math.round)"), busy);
    }

    /** What the main thread has done so far. */
    private static Map<String, Double> seconds(CDPSession devTools) {
        Map<String, Double> seconds = new TreeMap<>();
        for (JsonElement metric : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            String name = metric.getAsJsonObject().get("name").getAsString();
            if (name.endsWith("Duration")) {
                seconds.put(name, metric.getAsJsonObject().get("value").getAsDouble());
            }
        }
        return seconds;
    }
}
