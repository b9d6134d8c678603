package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
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
    private static final String PART = """
            ## Why the order waits, part %d

            The order is **on hold** [#status] since the open balance of the customer [#customer] with this order would be
            above the limit of 40,000.00 EUR [#creditLimit]. Nobody has released it yet, and *no payment* was announced.

            | Pos. | Item | Ordered | Available | Missing |
            |------|------|--------:|----------:|--------:|
            | 10 | BR-2040 | 400 | 1,250 | 0 |
            | 20 | SH-0815 | 60 | 22 [#lines.20.available] | **38** |

            1. Ask the customer for a part payment, or for a guarantee of the bank.
            2. Release lines 10 and 30 as a partial delivery; `complete delivery` has to be switched off for it.

            > The record does not say when line 20 is back in stock.

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
        answer(2_000, 28);
    }

    @Test
    void answerAt200TokensASecond() throws Exception {
        answer(2_000, 200);
    }

    private void answer(int count, int perSecond) throws Exception {
        context.addInitScript("window.longest = []; new PerformanceObserver((list) =>"
                + " longest.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask' })");
        openPage();
        CDPSession devTools = context.newCDPSession(page);
        devTools.send("Performance.enable");
        var answer = ask("Tell me all").stream().meta();
        page.evaluate("longest = []");
        double before = taskSeconds(devTools);
        long start = System.nanoTime();
        Thread writer = new Thread(() -> {
            long next = System.nanoTime();
            for (String token : tokens(count)) {
                answer.delta(token);
                next += 1_000_000_000L / perSecond;
                LockSupport.parkNanos(next - System.nanoTime());
            }
            answer.done();
        });
        writer.start();
        assertThat(status())
                .containsText("Answer complete.", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        double lasted = (System.nanoTime() - start) / 1e9;
        double busy = taskSeconds(devTools) - before;
        System.out.printf(
                "%d tokens at %d/s: %.2f s of the main thread in %.1f s (%.1f %%), long tasks %s ms%n",
                count, perSecond, busy, lasted, 100 * busy / lasted, page.evaluate("longest.map(Math.round)"));
    }

    private static double taskSeconds(CDPSession devTools) {
        for (JsonElement metric : devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("Chromium tells no TaskDuration");
    }
}
