package erp.assistant.web;

import erp.assistant.AnswerEvent;
import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** The events of an answer as the contract writes them. */
final class EventJson {

    private EventJson() {}

    /** The event's name in the stream. */
    static String name(AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta) {
            return "delta";
        }
        if (event instanceof AnswerEvent.Failed) {
            return "error";
        }
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The event's data. */
    static String data(AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta delta) {
            return "{\"text\":" + WebJson.quote(delta.text()) + "}";
        }
        if (event instanceof AnswerEvent.Failed failed) {
            return ProblemJson.of(failed.problem());
        }
        JsonObjectBuilder json = WebJson.object();
        if (event instanceof AnswerEvent.Meta meta) {
            addMeta(json, meta);
        } else if (event instanceof AnswerEvent.Done done) {
            addDone(json, done);
        } else if (event instanceof AnswerEvent.Restart restart) {
            json.add("reason", restart.reason());
        }
        return json.build().toString();
    }

    static void addMeta(JsonObjectBuilder json, AnswerEvent.Meta meta) {
        json.add("answer", meta.answer())
                .add(
                        "record",
                        WebJson.object()
                                .add("type", meta.record().type())
                                .add("id", meta.record().id())
                                .add("label", meta.label())
                                .add("version", meta.version())
                                .add("asOf", meta.asOf().toString()))
                .add("sentFields", meta.sentFields())
                .add("leftOut", meta.leftOut())
                .add("earlierTurns", meta.earlierTurns());
        if (!meta.conversation().isEmpty()) {
            json.add("conversation", meta.conversation());
        }
    }

    static void addDone(JsonObjectBuilder json, AnswerEvent.Done done) {
        json.add("status", done.reason().complete() ? "complete" : "incomplete")
                .add("reason", done.reason().name().toLowerCase(Locale.ROOT))
                .add("source", done.source().name().toLowerCase(Locale.ROOT))
                .add("model", done.model())
                .add("usage", usage(done.usage()))
                .add("cost", cost(done.cost()))
                .add("latency", latency(done));
        JsonArrayBuilder citations = WebJson.array();
        done.citations()
                .forEach(citation -> citations.add(WebJson.object()
                        .add("id", citation.id())
                        .add("label", citation.label())
                        .add("value", citation.value())));
        JsonArrayBuilder unmatched = WebJson.array();
        done.figures().unmatched().forEach(unmatched::add);
        json.add("citations", citations)
                .add(
                        "figures",
                        WebJson.object()
                                .add("checked", done.figures().checked())
                                .add("unmatched", unmatched))
                .add("language", language(done.language()))
                .add("receipt", receipt(done.receipt()));
        done.cachedAt().ifPresent(at -> json.add("cachedAt", at.toString()));
    }

    private static JsonObjectBuilder language(AnswerEvent.Language language) {
        JsonObjectBuilder json = WebJson.object().add("asked", language.asked());
        language.answered().ifPresentOrElse(answered -> json.add("answered", answered), () -> json.addNull("answered"));
        return json;
    }

    private static JsonObjectBuilder receipt(AnswerEvent.Receipt receipt) {
        JsonArrayBuilder sent = WebJson.array();
        receipt.sent()
                .forEach(value -> sent.add(WebJson.object()
                        .add("id", value.id())
                        .add("label", value.label())
                        .add("masked", value.masked())));
        JsonArrayBuilder leftOut = WebJson.array();
        receipt.leftOut()
                .forEach(left -> leftOut.add(WebJson.object()
                        .add("id", left.id())
                        .add("label", left.label())
                        .add("reason", left.reason())));
        JsonArrayBuilder recipients = WebJson.array();
        receipt.recipients()
                .forEach(recipient -> recipients.add(
                        WebJson.object().add("provider", recipient.provider()).add("region", recipient.region())));
        return WebJson.object()
                .add("fields", receipt.sent().size())
                .add("rows", receipt.rows())
                .add("masked", receipt.masked())
                .add("recipients", recipients)
                .add("sent", sent)
                .add("leftOut", leftOut);
    }

    private static JsonObjectBuilder latency(AnswerEvent.Done done) {
        JsonObjectBuilder latency = WebJson.object();
        done.first()
                .ifPresentOrElse(first -> latency.add("firstMs", first.toMillis()), () -> latency.addNull("firstMs"));
        return latency.add("totalMs", done.total().toMillis());
    }

    /** The cached share is that of all input, in percent; {@code null} if there was none. */
    static JsonObjectBuilder usage(TokenUsage usage) {
        return WebJson.object()
                .add("input", usage.input())
                .add("cacheRead", usage.cacheRead())
                .add("cacheWrite", usage.cacheWrite())
                .add("cachedShare", Shares.percent(usage.cacheRead(), usage.totalInput()))
                .add("output", usage.totalOutput())
                .add("usageSource", usage.source().name().toLowerCase(Locale.ROOT));
    }

    /** The amount as text, because it is exact; {@code null} if it is not known. */
    static JsonValue cost(Optional<Cost> cost) {
        return cost.<JsonValue>map(known -> WebJson.object()
                        .add("amount", known.amount().toPlainString())
                        .add("currency", known.currency().getCurrencyCode())
                        .build())
                .orElse(JsonValue.NULL);
    }
}
