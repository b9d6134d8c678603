package erp.assistant.web;

import erp.assistant.report.PriceBook;
import erp.assistant.report.Rerating;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The price files in force, and what other prices make of a month, as JSON. */
final class PricesJson {

    private PricesJson() {}

    static JsonObjectBuilder of(PriceBook.State state) {
        JsonArrayBuilder unpriced = WebJson.array();
        state.unpriced().forEach(unpriced::add);
        JsonArrayBuilder endings = WebJson.array();
        state.endings()
                .forEach(ending -> endings.add(WebJson.object()
                        .add("row", ending.row())
                        .add("lastDay", ending.lastDay().toString())));
        JsonObjectBuilder json = WebJson.object()
                .add("file", state.file())
                .add("fingerprint", state.fingerprint())
                .add("loadedAt", state.loadedAt().toString())
                .add("rows", state.rows())
                .add("unpricedModels", unpriced)
                .add("endingWithoutSuccessor", endings);
        state.problem()
                .ifPresentOrElse(problem -> json.add("problem", problem), () -> json.add("problem", JsonValue.NULL));
        return json;
    }

    static String of(Rerating.Report report) {
        return WebJson.object()
                .add("month", report.month().toString())
                .add("applied", report.applied())
                .add("prices", report.fingerprint())
                .add("skipped", report.skipped())
                .add("totals", lines(report.totals()))
                .add("models", lines(report.models()))
                .build()
                .toString();
    }

    private static JsonArrayBuilder lines(List<Rerating.Line> lines) {
        JsonArrayBuilder array = WebJson.array();
        lines.forEach(line -> array.add(line(line)));
        return array;
    }

    private static JsonObjectBuilder line(Rerating.Line line) {
        return WebJson.object()
                .add("model", line.model())
                .add("attempts", line.attempts())
                .add("changed", line.changed())
                .add("before", EventJson.cost(Optional.of(line.before())))
                .add("after", EventJson.cost(Optional.of(line.after())))
                .add("difference", EventJson.cost(Optional.of(line.difference())))
                .add("unpricedBefore", line.unpricedBefore())
                .add("unpricedAfter", line.unpricedAfter());
    }
}
