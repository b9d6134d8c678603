package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped alerts and dashboard against what a running server shows at {@code /metrics}. */
class MonitoringIT extends ServerTest {

    private static final Path FOLDER = Path.of("src/main/monitoring");
    private static final Pattern NAME = Pattern.compile("\\b(?:assistant|gen_ai)_[a-z0-9_]+");
    private static final Pattern SAMPLE = Pattern.compile("^([a-z0-9_]+)(?:\\{(.*)})? (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z0-9_]+)=\"([^\"]*)\"");

    private record Sample(Map<String, String> labels, double value) {}

    @BeforeEach
    void providers() {
        Map<String, String> values = PROVIDERS.configuration("anthropic", "openai");
        values.put("assistant.budget.monthly", "280.00");
        Server.configure(values);
    }

    private static Map<String, List<Sample>> shown() {
        Map<String, List<Sample>> shown = new HashMap<>();
        Matcher samples = SAMPLE.matcher(Server.get("", "/metrics").body());
        while (samples.find()) {
            Map<String, String> labels = new HashMap<>();
            if (samples.group(2) != null) {
                LABEL.matcher(samples.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
            }
            shown.computeIfAbsent(samples.group(1), any -> new ArrayList<>())
                    .add(new Sample(labels, Double.parseDouble(samples.group(3).replace("Inf", "Infinity"))));
        }
        return shown;
    }

    /** All texts of the two files, of which expressions are a part. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        String alerts = Files.readString(FOLDER.resolve("assistant-alerts.yml"));
        alerts.lines().filter(line -> !line.strip().startsWith("#")).forEach(texts::add);
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(FOLDER.resolve("assistant-dashboard.json")))) {
            collect(reader.readObject(), texts);
        }
        return texts;
    }

    private static void collect(JsonValue value, List<String> texts) {
        switch (value.getValueType()) {
            case OBJECT -> ((JsonObject) value).values().forEach(each -> collect(each, texts));
            case ARRAY -> value.asJsonArray().forEach(each -> collect(each, texts));
            case STRING -> texts.add(((JsonString) value).getString());
            default -> {}
        }
    }

    @Test
    void eachNameInAlertsAndDashboardIsShownByAServer() throws IOException {
        Answer.ask("What does this order contain?").whole();
        Answer.ask("What does this order contain? [[stub e401=100]]").whole();
        Set<String> used = new TreeSet<>();
        texts().forEach(text ->
                NAME.matcher(text).results().map(MatchResult::group).forEach(used::add));
        Map<String, List<Sample>> shown = shown();
        Set<String> known = new HashSet<>(shown.keySet());
        shown.values()
                .forEach(samples ->
                        samples.forEach(sample -> known.addAll(sample.labels().keySet())));

        assertThat(used).hasSizeGreaterThan(20);
        assertThat(known).containsAll(used);
    }

    @Test
    void durationsHaveThePrescribedBucketsAndKeepTheirFraction() {
        PROVIDERS.primary.configure("ttft=400 gap=1");
        Answer.ask("What does this order contain?").whole();
        Map<String, List<Sample>> shown = shown();

        for (String metric : List.of(
                "gen_ai_client_operation_duration_seconds",
                "gen_ai_client_operation_time_to_first_chunk_seconds",
                "assistant_answer_first_response_seconds",
                "assistant_answer_duration_seconds")) {
            assertThat(bounds(shown, metric))
                    .as(metric)
                    .containsExactlyInAnyOrder(
                            0.01,
                            0.02,
                            0.04,
                            0.08,
                            0.16,
                            0.32,
                            0.64,
                            1.28,
                            2.56,
                            5.12,
                            10.24,
                            20.48,
                            40.96,
                            81.92,
                            Double.POSITIVE_INFINITY);
            assertThat(shown.get(metric + "_sum"))
                    .as(metric)
                    .anyMatch(sample -> sample.value() != Math.rint(sample.value()));
        }
        assertThat(bounds(shown, "gen_ai_client_token_usage"))
                .contains(1.0, 4.0, 1024.0, 67108864.0, Double.POSITIVE_INFINITY)
                .hasSize(15);
    }

    private static Set<Double> bounds(Map<String, List<Sample>> shown, String metric) {
        Set<Double> bounds = new HashSet<>();
        shown.getOrDefault(metric + "_bucket", List.of())
                .forEach(sample -> bounds.add(
                        Double.valueOf(sample.labels().getOrDefault("le", "").replace("+Inf", "Infinity"))));
        return bounds;
    }

    @Test
    void thePercentilesAreTheThreeThatAreAskedFor() {
        Answer.ask("What does this order contain?").whole();

        for (String metric :
                List.of("assistant_answer_first_response_seconds", "gen_ai_client_operation_duration_seconds")) {
            assertThat(shown().getOrDefault(metric, List.of()))
                    .extracting(sample -> sample.labels().get("quantile"))
                    .containsOnly("0.5", "0.95", "0.99");
        }
    }

    @Test
    void failuresAreCountedFromZero() {
        assertThat(shown().getOrDefault("assistant_answer_errors_total", List.of()))
                .extracting(sample -> sample.labels().get("class"))
                .contains("5xx", "overloaded", "in_stream", "timeout", "truncated", "rate_limited", "other");
    }

    /** Sixty questions with a model, a user or a failure each that no other has had. */
    @Test
    void oddModelsUsersAndFailuresMakeNoNewSeries() {
        Answer.ask("What does this order contain?").whole();
        Answer.ask("What does this order contain? [[stub e500=100]]").whole();
        long before = series();

        for (int i = 0; i < 60; i++) {
            Answer.ask(i % 2 == 0 ? "anna" : "carl", "sales-order", Integer.toString(4711 - i), "What? No " + i)
                    .whole();
        }

        assertThat(series() - before).isLessThan(10);
    }

    private static long series() {
        return shown().entrySet().stream()
                .filter(entry -> NAME.matcher(entry.getKey()).lookingAt())
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }

    @Test
    void theMonthsReportIsAFileForASpreadsheet() {
        Answer answer = Answer.ask("What does this order contain?").whole();
        var response = Server.get("adam", "/assistant/api/v1/admin/report?format=csv");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv")
                .containsIgnoringCase("charset=utf-8");
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"assistant-\\d{4}-\\d{2}\\.csv\"");
        List<String> lines = List.of(response.body().split("\r\n"));
        assertThat(lines.get(0))
                .isEqualTo("day,organisation,model,record_type,attempts,failed_attempts,unpriced_calls,cost,answers,"
                        + "failed_answers,cache_hits,saved,currency");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.split(",").length == 13)
                .anyMatch(line -> line.contains("sales-order")
                        && line.contains(answer.done().getString("model")));
    }

    @Test
    void theReportIsForAdminsOnly() {
        String report = "/assistant/api/v1/admin/report?month=2026-11&format=csv";
        assertThat(Server.get("", report).statusCode()).isEqualTo(401);
        assertThat(Server.get("anna", report).statusCode()).isEqualTo(403);
        assertThat(Server.get("adam", report + "&x=1").statusCode()).isEqualTo(200);
        assertThat(Server.get("adam", "/assistant/api/v1/admin/report?format=pdf")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Server.get("adam", "/assistant/api/v1/admin/report?month=November")
                        .statusCode())
                .isEqualTo(400);
    }
}
