package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files for Prometheus and Grafana that are shipped; MonitoringIT compares them with a server that runs. */
class MonitoringFilesTest {

    private static final Path FOLDER = Path.of("../server-config/src/main/monitoring");
    private static final Pattern NAME = Pattern.compile("\\b(?:assistant|gen_ai)_[a-z0-9_]+");
    private static final Pattern SELECTOR = Pattern.compile("([a-z0-9_]+)\\{([^}]*)}");
    private static final Pattern CLASSES = Pattern.compile("class=~?\"([^\"]*)\"");

    private static JsonNode alerts() {
        return YAMLMapper.shared()
                .readTree(FOLDER.resolve("assistant-alerts.yml").toFile());
    }

    private static JsonNode dashboard() {
        return JsonMapper.shared()
                .readTree(FOLDER.resolve("assistant-dashboard.json").toFile());
    }

    private static List<String> alertExpressions() {
        List<String> expressions = new ArrayList<>();
        alerts().path("groups")
                .forEach(group -> group.path("rules")
                        .forEach(rule -> expressions.add(rule.path("expr").asString())));
        return expressions;
    }

    private static List<String> dashboardExpressions() {
        return dashboard().findValues("expr").stream().map(JsonNode::asString).toList();
    }

    private static Stream<String> expressions() {
        return Stream.concat(alertExpressions().stream(), dashboardExpressions().stream());
    }

    /** What Prometheus makes of a metric. */
    private static Stream<String> shownAs(Metric metric) {
        Stream<String> endings = switch (metric.kind()) {
            case COUNT -> Stream.of("_total");
            case GAUGE -> Stream.of("");
            case AMOUNT -> Stream.of("_bucket", "_count", "_sum", "_max");
            case DURATION -> Stream.of("_seconds_bucket", "_seconds_count", "_seconds_sum", "_seconds_max");
        };
        return endings.map(ending -> metric.plainName() + ending);
    }

    @Test
    void eachNameIsOneOfAMetricAndOfItsTags() {
        Set<String> known = new HashSet<>();
        for (Metric metric : Metric.values()) {
            shownAs(metric).forEach(known::add);
            known.addAll(metric.tags());
        }
        Set<String> used = new TreeSet<>();
        expressions().forEach(expression -> NAME.matcher(expression).results().forEach(name -> used.add(name.group())));
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(known).containsAll(used);
    }

    @Test
    void eachSelectorNamesTagsAndClassesThatThereAre() {
        List<String> classes =
                Arrays.stream(ErrorClass.values()).map(ErrorClass::label).toList();
        expressions().forEach(expression -> {
            Matcher selectors = SELECTOR.matcher(expression);
            while (selectors.find()) {
                String name = selectors.group(1);
                Metric metric = Arrays.stream(Metric.values())
                        .filter(each -> shownAs(each).anyMatch(name::equals))
                        .findFirst()
                        .orElseThrow();
                for (String condition : selectors.group(2).split(",")) {
                    assertThat(metric.tags()).contains(condition.split("=")[0].strip());
                }
            }
            CLASSES.matcher(expression)
                    .results()
                    .forEach(
                            match -> assertThat(classes).contains(match.group(1).split("\\|")));
        });
    }

    @Test
    void bracketsAndQuotesOfEachExpressionMatch() {
        expressions().forEach(expression -> {
            StringBuilder open = new StringBuilder();
            for (char sign : expression.replaceAll("\"[^\"]*\"", "").toCharArray()) {
                int closing = ")]}".indexOf(sign);
                if ("([{".indexOf(sign) >= 0) {
                    open.append(sign);
                } else if (closing >= 0) {
                    assertThat(open).as(expression).isNotEmpty().endsWith("([{".substring(closing, closing + 1));
                    open.setLength(open.length() - 1);
                } else {
                    assertThat(sign).as(expression).isNotEqualTo('"');
                }
            }
            assertThat(open).as(expression).isEmpty();
        });
    }

    @Test
    void eachAlertSaysWhatItMeansAndHowBadItIs() {
        assertThat(alertExpressions()).hasSizeGreaterThan(10).allMatch(expression -> !expression.isBlank());
        Set<String> names = new HashSet<>();
        alerts().path("groups")
                .forEach(group -> group.path("rules").forEach(rule -> {
                    String name = rule.path("alert").asString();
                    assertThat(names.add(name)).as(name).isTrue();
                    assertThat(rule.path("labels").path("severity").asString())
                            .as(name)
                            .isIn("warning", "critical");
                    assertThat(rule.path("annotations").path("summary").asString())
                            .as(name)
                            .endsWith(".");
                    assertThat(rule.propertyNames())
                            .as(name)
                            .isSubsetOf("alert", "expr", "for", "labels", "annotations");
                }));
    }

    @Test
    void thePanelsOfTheDashboardLieSideBySide() {
        Set<String> cells = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        dashboard().path("panels").forEach(panel -> {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    int column = place.path("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(cells.add(column + "/" + (place.path("y").asInt() + y)))
                            .as(panel.path("title").asString())
                            .isTrue();
                }
            }
        });
        assertThat(ids).hasSize(15);
    }
}
