package erp.assistant.web.ui;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Measures how soon the admin page of a running server can be used; a figure is no reason to fail, so that no build runs it unasked:
 * {@code mvn -Dquick -pl assistant-web -am -Dtest=AdminSpeed -Dsurefire.failIfNoSpecifiedTests=false
 * -Dadmin.url=http://127.0.0.1:9080/assistant/admin/ -Dadmin.user=adam -Dadmin.password=adam test}. The first line is of a browser that
 * has never been there; each further one reads everything but scripts anew.
 */
class AdminSpeed extends BrowserTest {
    private static final int ROUNDS = 10;

    /** When the first figure is there, and when the last part of the overview has been drawn. */
    private static final String WATCH = """
            (() => {
              const seen = (name, there) => {
                const look = () => {
                  if (!document.querySelector(there)) return requestAnimationFrame(look);
                  requestAnimationFrame(() => setTimeout(() => (window[name] = performance.now())));
                };
                look();
              };
              seen('firstFigure', '.tile .figure');
              seen('allDrawn', '.figures ~ .figures .choices');
            })()""";

    @Test
    void untilItCanBeUsed() {
        String address = System.getProperty("admin.url", "");
        Assumptions.assumeFalse(address.isEmpty(), "no -Dadmin.url");
        String user = System.getProperty("admin.user", "") + ":" + System.getProperty("admin.password", "");
        newPage(address.replaceAll("(?<=[^/:])/.*", "/"), new Browser.NewContextOptions().setViewportSize(1280, 800));
        context.setExtraHTTPHeaders(Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))));
        context.addInitScript(WATCH);
        CDPSession devTools = context.newCDPSession(page);
        devTools.send("Performance.enable");
        List<Double> first = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        List<Double> metrics = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            page.navigate(address);
            // Not waitForFunction, which the page's policy forbids.
            page.waitForCondition(() -> page.evaluate("window.allDrawn") != null);
            first.add(number("firstFigure"));
            all.add(number("allDrawn"));
            metrics.add(
                    number(
                            "performance.getEntriesByType('resource')"
                                    + ".filter((one) => one.name.includes('/admin/metrics')).reduce((sum, one) => sum + one.duration, 0)"));
            // Counted anew with each page.
            busy.add(1000 * taskSeconds(devTools));
            if (i == 0) {
                print("first visit", first, all, metrics, busy);
                List.of(first, all, metrics, busy).forEach(List::clear);
            }
        }
        print("median of " + ROUNDS, first, all, metrics, busy);
    }

    private double number(String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static void print(
            String what, List<Double> first, List<Double> all, List<Double> metrics, List<Double> busy) {
        System.out.printf(
                "%s: first figure %.0f ms, all of the first page drawn %.0f ms (the server's figures took %.0f ms of it), main thread %.0f ms%n",
                what, median(first), median(all), median(metrics), median(busy));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
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
