package erp.assistant.web;

import erp.assistant.chat.ModelTier;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import erp.assistant.report.EvaluationCases;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationPlan.Uploaded;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationSum;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cases and runs as {@code docs/evaluation-api.md} writes them. */
final class EvaluationJson {

    private EvaluationJson() {}

    static String cases(List<EvaluationCases.Entry> entries) {
        Map<String, Integer> sets = new TreeMap<>(Map.of(EvaluationCases.STORED, 0));
        TreeSet<String> languages = new TreeSet<>();
        JsonArrayBuilder cases = WebJson.array();
        entries.forEach(entry -> {
            sets.merge(entry.set(), 1, Integer::sum);
            languages.addAll(entry.content().questions().keySet());
            cases.add(entry(entry));
        });
        JsonArrayBuilder names = WebJson.array();
        sets.forEach(
                (name, count) -> names.add(WebJson.object().add("name", name).add("cases", count)));
        return WebJson.object()
                .add("sets", names)
                .add("languages", texts(languages))
                .add("cases", cases)
                .build()
                .toString();
    }

    static JsonObjectBuilder entry(EvaluationCases.Entry entry) {
        EvaluationCase content = entry.content();
        JsonObjectBuilder questions = WebJson.object();
        content.questions().forEach(questions::add);
        JsonObjectBuilder json = WebJson.object()
                .add("id", entry.id())
                .add("set", entry.set())
                .add("name", content.name())
                .add("questions", questions)
                .add(
                        "record",
                        WebJson.object()
                                .add("type", content.record().type())
                                .add("id", content.record().id()))
                .add(
                        "as",
                        WebJson.object()
                                .add("user", content.user())
                                .add("roles", texts(new TreeSet<>(content.roles()))))
                .add("expected", expectations(content.expected()))
                .add("forbidden", expectations(content.forbidden()))
                .add("refusal", content.refusal());
        Optional<EvaluationCases.Stored> stored = entry.stored();
        add(json, "feedback", stored.flatMap(EvaluationCases.Stored::answer));
        stored.flatMap(EvaluationCases.Stored::basis)
                .ifPresentOrElse(
                        basis -> json.add(
                                "basis",
                                WebJson.object()
                                        .add("action", basis.action())
                                        .add("template", basis.template())
                                        .add("model", basis.model())),
                        () -> json.addNull("basis"));
        add(json, "createdAt", stored.map(how -> how.at().toString()));
        add(json, "createdBy", stored.map(EvaluationCases.Stored::by));
        return json;
    }

    private static JsonArrayBuilder expectations(List<Expectation> expectations) {
        JsonArrayBuilder json = WebJson.array();
        expectations.forEach(each -> json.add(
                WebJson.object().add(each instanceof Expectation.FieldValue ? "field" : "value", each.words())));
        return json;
    }

    static JsonObjectBuilder run(EvaluationRun run) {
        JsonArrayBuilder variants = WebJson.array();
        run.variants().forEach(side -> variants.add(side(side)));
        JsonArrayBuilder sums = WebJson.array();
        run.sums().forEach(sum -> sums.add(sum(sum)));
        JsonObjectBuilder json = WebJson.object()
                .add("id", run.id())
                .add("state", run.state().word())
                .add("startedAt", run.startedAt().toString());
        add(json, "endedAt", run.endedAt().map(Object::toString));
        return json.add("startedBy", run.startedBy())
                .add("spendingLimit", EventJson.cost(run.limit()))
                .add("spent", EventJson.cost(Optional.of(run.spent())))
                .add("planned", run.planned())
                .add("done", run.done())
                .add("leftOut", run.leftOut())
                .add("variants", variants)
                .add("sums", sums);
    }

    private static JsonObjectBuilder side(EvaluationRun.Side side) {
        JsonObjectBuilder json = WebJson.object();
        if (side.variant() instanceof Uploaded) {
            json.add("slot", "")
                    .add("tier", "")
                    .add("template", "")
                    .add("model", "")
                    .add("recording", "")
                    .add("variant", 0);
        } else if (side.variant() instanceof Asked asked) {
            json.add("slot", asked.slot())
                    .add("tier", word(asked.tier()))
                    .add("template", asked.template())
                    .add("model", asked.model())
                    .add("recording", "")
                    .add("variant", 0);
        } else {
            Recorded recorded = (Recorded) side.variant();
            json.add("slot", "")
                    .add("tier", "")
                    .add("template", "")
                    .add("model", "")
                    .add("recording", recorded.run())
                    .add("variant", recorded.variant());
        }
        return json.add("file", side.variant() instanceof Uploaded).add("label", side.label());
    }

    private static String word(ModelTier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObjectBuilder sum(EvaluationSum sum) {
        JsonObjectBuilder json = WebJson.object()
                .add("variant", sum.variant())
                .add("language", sum.language())
                .add("asked", sum.answered())
                .add("failed", sum.failed())
                .add("good", sum.good())
                .add("factsExpected", sum.factsExpected())
                .add("factsRight", sum.factsRight())
                .add("forbiddenFound", sum.forbiddenFound())
                .add("figuresChecked", sum.figuresChecked())
                .add("figuresUnmatched", sum.figuresUnmatched())
                .add("languageRight", sum.languageRight())
                .add("languageWrong", sum.languageWrong())
                .add("refused", sum.refused())
                .add("refusalsWrong", sum.refusalsWrong())
                .add("usage", usage(sum.inputTokens(), sum.outputTokens()))
                .add("cost", EventJson.cost(sum.knownCost()))
                .add("unpriced", sum.unpriced());
        add(json, "firstP50Ms", sum.firstP50Millis());
        add(json, "firstP95Ms", sum.firstP95Millis());
        return json;
    }

    /** @param withAnswer whether the text is told too */
    static JsonObjectBuilder result(EvaluationResult result, boolean withAnswer) {
        JsonObjectBuilder json = WebJson.object()
                .add("position", result.position())
                .add("case", result.caseId())
                .add("name", result.name())
                .add("language", result.language())
                .add("variant", result.variant())
                .add("status", result.status().word())
                .add("good", result.good())
                .add("factsRight", texts(result.factsRight()))
                .add("factsMissing", texts(result.factsMissing()))
                .add("forbiddenFound", texts(result.forbiddenFound()))
                .add(
                        "figures",
                        WebJson.object()
                                .add("checked", result.figures().checked())
                                .add("unmatched", texts(result.figures().unmatched())));
        add(json, "languageAnswered", result.languageAnswered());
        result.languageRight()
                .ifPresentOrElse(right -> json.add("languageRight", right), () -> json.addNull("languageRight"));
        json.add("refused", result.refused())
                .add("refusalExpected", result.refusalExpected())
                .add("usage", usage(result.inputTokens(), result.outputTokens()))
                .add("cost", EventJson.cost(result.cost()));
        add(json, "firstMs", result.firstMillis());
        json.add("totalMs", result.totalMillis())
                .add("model", result.model())
                .add("template", result.template())
                .add("problem", result.problem());
        return withAnswer ? json.add("answer", result.answer()) : json;
    }

    private static JsonObjectBuilder usage(long input, long output) {
        return WebJson.object().add("input", input).add("output", output);
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder json = WebJson.array();
        texts.forEach(json::add);
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, Optional<String> text) {
        text.ifPresentOrElse(known -> json.add(name, known), () -> json.add(name, JsonValue.NULL));
    }

    private static void add(JsonObjectBuilder json, String name, OptionalLong number) {
        number.ifPresentOrElse(known -> json.add(name, known), () -> json.add(name, JsonValue.NULL));
    }
}
