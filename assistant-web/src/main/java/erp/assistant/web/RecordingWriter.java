package erp.assistant.web;

import erp.assistant.report.EvaluationRecording;
import erp.assistant.report.EvaluationRecording.Answer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A recording as {@code docs/evaluation-api.md} writes its file: a line for each answer, so that what is wrong with one has a line. */
final class RecordingWriter {

    static final String FORMAT = "erp-assistant-recording";
    static final int VERSION = 1;

    private RecordingWriter() {}

    static String write(EvaluationRecording recording) {
        return "{\"format\":" + WebJson.quote(FORMAT) + ",\"version\":" + VERSION + ",\"label\":"
                + WebJson.quote(recording.label()) + ",\"recordedAt\":"
                + WebJson.quote(recording.recordedAt().toString()) + ",\"answers\":[\n"
                + recording.answers().stream()
                        .map(answer -> answer(answer).build().toString())
                        .collect(Collectors.joining(",\n"))
                + "\n]}\n";
    }

    private static JsonObjectBuilder answer(Answer answer) {
        JsonObjectBuilder sent = WebJson.object();
        new TreeMap<>(answer.sent()).forEach(sent::add);
        JsonObjectBuilder json = WebJson.object()
                .add("case", answer.caseId())
                .add("language", answer.language())
                .add("answer", answer.text())
                .add("sent", sent)
                .add("cited", texts(new TreeSet<>(answer.cited())))
                .add(
                        "figures",
                        WebJson.object()
                                .add("checked", answer.figures().checked())
                                .add("unmatched", texts(answer.figures().unmatched())));
        answer.answeredIn()
                .ifPresentOrElse(
                        language -> json.add("languageAnswered", language), () -> json.addNull("languageAnswered"));
        json.add("refused", answer.refused())
                .add("problem", answer.problem())
                .add(
                        "usage",
                        WebJson.object().add("input", answer.inputTokens()).add("output", answer.outputTokens()));
        CallsJson.addMillis(json, "firstMs", answer.firstMillis());
        CallsJson.addMillis(json, "totalMs", OptionalLong.of(answer.totalMillis()));
        return json.add("model", answer.model()).add("template", answer.template());
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = WebJson.array();
        texts.forEach(array::add);
        return array;
    }
}
