package erp.assistant.impl.conversation;

import erp.assistant.AnswerEvent.Citation;
import erp.assistant.AnswerEvent.Done;
import erp.assistant.AnswerEvent.Figures;
import erp.assistant.AnswerEvent.Language;
import erp.assistant.AnswerEvent.Meta;
import erp.assistant.AnswerEvent.Receipt;
import erp.assistant.AnswerEvent.Recipient;
import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.Cost;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import erp.assistant.record.RecordRef;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What an answer's asker was told at its beginning and its end, as it is stored. Safe for use by many threads. */
final class ToldJson {

    private final JsonProvider json = JsonProvider.provider();

    String write(Meta meta, Done done) {
        JsonObjectBuilder told = json.createObjectBuilder()
                .add("version", meta.version())
                .add("asOf", meta.asOf().toString())
                .add("sentFields", meta.sentFields())
                .add("leftOut", meta.leftOut())
                .add("earlierTurns", meta.earlierTurns())
                .add("reason", done.reason().name())
                .add("source", done.source().name())
                .add("model", done.model())
                .add("usage", usage(done.usage()))
                .add("totalMs", done.total().toMillis())
                .add(
                        "citations",
                        lists(done.citations(), citation -> List.of(citation.id(), citation.label(), citation.value())))
                .add("figures", done.figures().checked())
                .add("unmatched", texts(done.figures().unmatched()))
                .add("asked", done.language().asked())
                .add("receipt", receipt(done.receipt()));
        done.cost()
                .ifPresent(cost -> told.add("nanos", cost.nanos())
                        .add("currency", cost.currency().getCurrencyCode()));
        done.first().ifPresent(first -> told.add("firstMs", first.toMillis()));
        done.language().answered().ifPresent(answered -> told.add("answered", answered));
        done.cachedAt().ifPresent(at -> told.add("cachedAt", at.toString()));
        return told.build().toString();
    }

    Meta meta(String told, String answer, RecordRef record, String label, String conversation) {
        JsonObject from = read(told);
        return new Meta(
                answer,
                record,
                label,
                from.getString("version"),
                Instant.parse(from.getString("asOf")),
                from.getInt("sentFields"),
                from.getInt("leftOut"),
                conversation,
                from.getInt("earlierTurns"));
    }

    Done done(String told) {
        JsonObject from = read(told);
        return new Done(
                Completion.Reason.valueOf(from.getString("reason")),
                Completion.Source.valueOf(from.getString("source")),
                from.getString("model"),
                usage(from.getJsonObject("usage")),
                text(from, "currency").map(code -> new Cost(count(from, "nanos"), Currency.getInstance(code))),
                from.containsKey("firstMs")
                        ? Optional.of(
                                Duration.ofMillis(from.getJsonNumber("firstMs").longValue()))
                        : Optional.empty(),
                Duration.ofMillis(from.getJsonNumber("totalMs").longValue()),
                listed(from.getJsonArray("citations"), parts -> new Citation(parts.get(0), parts.get(1), parts.get(2))),
                new Figures(from.getInt("figures"), words(from.getJsonArray("unmatched"))),
                new Language(from.getString("asked"), text(from, "answered")),
                receipt(from.getJsonObject("receipt")),
                text(from, "cachedAt").map(Instant::parse));
    }

    String write(Map<String, String> texts) {
        JsonObjectBuilder object = json.createObjectBuilder();
        new TreeMap<>(texts).forEach(object::add);
        return object.build().toString();
    }

    Map<String, String> texts(String object) {
        Map<String, String> texts = new TreeMap<>();
        JsonObject from = read(object);
        from.keySet().forEach(key -> texts.put(key, from.getString(key)));
        return texts;
    }

    private JsonObject read(String text) {
        try (JsonReader reader = json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private JsonObjectBuilder usage(TokenUsage usage) {
        return json.createObjectBuilder()
                .add("input", usage.input())
                .add("cacheRead", usage.cacheRead())
                .add("cacheWrite5m", usage.cacheWrite5m())
                .add("cacheWrite1h", usage.cacheWrite1h())
                .add("cacheWriteOther", usage.cacheWriteOther())
                .add("output", usage.output())
                .add("reasoning", usage.reasoning())
                .add("webSearches", usage.webSearches())
                .add("source", usage.source().name());
    }

    private static TokenUsage usage(JsonObject from) {
        return new TokenUsage(
                count(from, "input"),
                count(from, "cacheRead"),
                count(from, "cacheWrite5m"),
                count(from, "cacheWrite1h"),
                count(from, "cacheWriteOther"),
                count(from, "output"),
                count(from, "reasoning"),
                count(from, "webSearches"),
                TokenUsage.Terms.NOT_TOLD,
                TokenUsage.Source.valueOf(from.getString("source")));
    }

    private static long count(JsonObject from, String name) {
        return from.getJsonNumber(name).longValue();
    }

    private JsonObjectBuilder receipt(Receipt receipt) {
        return json.createObjectBuilder()
                .add("rows", receipt.rows())
                .add(
                        "sent",
                        lists(receipt.sent(), one -> List.of(one.id(), one.label(), Boolean.toString(one.masked()))))
                .add("notSent", lists(receipt.leftOut(), one -> List.of(one.id(), one.label(), one.reason())))
                .add("recipients", lists(receipt.recipients(), one -> List.of(one.provider(), one.region())));
    }

    private static Receipt receipt(JsonObject from) {
        return new Receipt(
                listed(
                        from.getJsonArray("sent"),
                        parts -> new SentValue(parts.get(0), parts.get(1), Boolean.parseBoolean(parts.get(2)))),
                from.getInt("rows"),
                listed(from.getJsonArray("notSent"), parts -> new LeftOut(parts.get(0), parts.get(1), parts.get(2))),
                listed(from.getJsonArray("recipients"), parts -> new Recipient(parts.get(0), parts.get(1))));
    }

    private <T> JsonArrayBuilder lists(List<T> values, Function<T, List<String>> parts) {
        JsonArrayBuilder array = json.createArrayBuilder();
        values.forEach(value -> array.add(texts(parts.apply(value))));
        return array;
    }

    private static <T> List<T> listed(JsonArray array, Function<List<String>, T> value) {
        return array.getValuesAs(JsonArray.class).stream()
                .map(ToldJson::words)
                .map(value)
                .toList();
    }

    private JsonArrayBuilder texts(List<String> texts) {
        JsonArrayBuilder array = json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> words(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static Optional<String> text(JsonObject from, String name) {
        return from.containsKey(name) ? Optional.of(from.getString(name)) : Optional.empty();
    }
}
