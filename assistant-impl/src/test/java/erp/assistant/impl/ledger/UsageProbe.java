package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.provider.anthropic.MessagesUsage;
import erp.assistant.impl.provider.openai.CompletionsUsage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** From the body of a response to its cost in dollars, by the adapters' own decoders and the shipped prices. */
public final class UsageProbe {

    /** A new protocol is a new line here, and new bodies in the corpus. */
    private static final Map<String, Function<String, TokenUsage>> DECODERS = Map.of(
            "messages-stream", MessagesUsage::ofStream,
            "messages-body", MessagesUsage::ofBody,
            "completions-stream", CompletionsUsage::ofStream,
            "completions-body", CompletionsUsage::ofBody,
            "responses-stream", CompletionsUsage::ofResponseStream,
            "responses-body", CompletionsUsage::ofResponseBody);

    static final Currency USD = Currency.getInstance("USD");

    private static final PriceTable SHIPPED = new PriceFiles(
                    PriceFiles.shipped(PriceFiles.PRICES),
                    PriceFiles.shipped(PriceFiles.FACTORS),
                    PriceFiles.shipped(PriceFiles.RATES))
            .table();

    private UsageProbe() {}

    /** What is priced. */
    public record Cost(long nanos, String row) {}

    public static TokenUsage usage(String protocol, String body) {
        Function<String, TokenUsage> decoder = DECODERS.get(protocol);
        if (decoder == null) {
            throw new IllegalArgumentException("no decoder for the protocol " + protocol);
        }
        return decoder.apply(body);
    }

    public static Optional<Cost> price(String provider, String model, TokenUsage usage, Instant at) {
        return SHIPPED.price(provider, model, usage, at, USD)
                .map(priced -> new Cost(priced.cost().nanos(), priced.priceRow()));
    }

    /** The ids of all shipped rows. */
    public static List<String> rows() {
        return SHIPPED.prices().stream().map(PriceRow::id).toList();
    }

    /** A catalogue of rows in dollars, with the shipped factors and without exchange rates. */
    static PriceCatalogue catalogue(String... rows) {
        String text = String.join(",", PriceFile.COLUMNS) + "\n" + String.join("\n", rows);
        PriceTable table = new PriceTable(PriceFile.read("p.csv", text.lines().toList()), SHIPPED.factors(), List.of());
        return new PriceCatalogue(
                table, () -> Fixtures.settings(Dialect.ANTHROPIC), Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));
    }
}
