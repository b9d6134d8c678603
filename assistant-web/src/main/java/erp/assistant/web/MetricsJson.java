package erp.assistant.web;

import erp.assistant.report.MonthlyMetrics;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/** The three production metrics as the contract writes them. */
final class MetricsJson {

    private MetricsJson() {}

    static String of(MonthlyMetrics metrics) {
        JsonObjectBuilder by = WebJson.object();
        new TreeMap<>(metrics.by()).forEach((dimension, slices) -> {
            JsonArrayBuilder array = WebJson.array();
            slices.forEach(slice -> array.add(WebJson.object()
                    .add("key", slice.key())
                    .add("cost", cost(slice.cost()))
                    .add("latency", latency(slice.latency()))
                    .add("errors", errors(slice.errors()))));
            by.add(dimension, array);
        });
        return WebJson.object()
                .add("month", metrics.month().toString())
                .add("cost", cost(metrics.cost()))
                .add("latency", latency(metrics.latency()))
                .add("errors", errors(metrics.errors()))
                .add("sla", sla(metrics.sla(), metrics.errors()))
                .add("by", by)
                .build()
                .toString();
    }

    private static JsonObjectBuilder cost(MonthlyMetrics.CostReport cost) {
        return WebJson.object()
                .add("amount", cost.amount().amount().toPlainString())
                .add("currency", cost.amount().currency().getCurrencyCode())
                .add("budget", EventJson.cost(cost.budget()))
                .add("forecast", EventJson.cost(cost.forecast()))
                .add("unpricedCalls", cost.unpricedCalls())
                .add("cacheHits", cost.cacheHits())
                .add("saved", cost.saved().amount().toPlainString())
                .add("cachedInputShare", Shares.percent(cost.cachedTokens(), cost.inputTokens()));
    }

    private static JsonObjectBuilder latency(MonthlyMetrics.Latency latency) {
        return WebJson.object()
                .add("firstResponse", percentiles(latency.firstResponse()))
                .add("fullGeneration", percentiles(latency.fullGeneration()));
    }

    private static JsonObjectBuilder percentiles(MonthlyMetrics.Percentiles percentiles) {
        return WebJson.object()
                .add("count", percentiles.count())
                .add("p50Ms", percentiles.p50Millis())
                .add("p95Ms", percentiles.p95Millis())
                .add("p99Ms", percentiles.p99Millis());
    }

    private static JsonObjectBuilder sla(MonthlyMetrics.Sla sla, MonthlyMetrics.Errors errors) {
        JsonObjectBuilder json = WebJson.object().add("goal", sla.goalPercent());
        addMillis(json, "firstResponseMs", sla.firstResponse());
        addMillis(json, "fullGenerationMs", sla.fullGeneration());
        sla.met(errors).ifPresentOrElse(met -> json.add("met", met), () -> json.addNull("met"));
        sla.usedPercent(errors)
                .ifPresentOrElse(used -> json.add("errorBudgetUsed", used), () -> json.addNull("errorBudgetUsed"));
        return json;
    }

    private static void addMillis(JsonObjectBuilder json, String name, Optional<Duration> target) {
        target.ifPresentOrElse(time -> json.add(name, time.toMillis()), () -> json.addNull(name));
    }

    private static JsonObjectBuilder errors(MonthlyMetrics.Errors errors) {
        return WebJson.object()
                .add(
                        "beforeFallback",
                        WebJson.object()
                                .add("attempts", errors.attempts())
                                .add("serverErrors5xx", errors.serverErrors())
                                .add("overloaded529", errors.overloaded())
                                .add("inStream", errors.inStream())
                                .add("timeouts", errors.timeouts())
                                .add("truncated", errors.truncated())
                                .add("other", errors.otherFailures())
                                .add(
                                        "serverErrorRate",
                                        Shares.percent(errors.serverErrors() + errors.overloaded(), errors.attempts())))
                .add(
                        "afterFallback",
                        WebJson.object()
                                .add("answers", errors.answers())
                                .add("failed", errors.failedAnswers())
                                .add(
                                        "availability",
                                        Shares.percent(errors.answers() - errors.failedAnswers(), errors.answers())));
    }
}
