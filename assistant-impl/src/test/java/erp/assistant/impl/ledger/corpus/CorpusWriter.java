package erp.assistant.impl.ledger.corpus;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the golden corpus: bodies of both protocols, whole and streamed, for every price row and both sides of every threshold,
 * each with a bill from {@link Offer}. Run it with the folder of the corpus when a price is added; a test compares.
 */
final class CorpusWriter {

    private static final BigDecimal SEARCH = BigDecimal.valueOf(10_000);
    private static final List<Offer> OFFERS = Offer.all();

    private final List<UsageCase> cases = new ArrayList<>();

    private CorpusWriter() {}

    public static void main(String[] folder) throws IOException {
        Path target = Path.of(folder[0]);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
        }
    }

    /** Each file's text by its name. */
    static Map<String, String> files() {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        for (UsageCase each : all()) {
            files.computeIfAbsent(each.provider() + ".txt", name -> new StringBuilder("""
                            # Bodies of responses and what they must cost. A bill is tokens x list price per 1,000,000, and searches x
                            # price per 1,000 times a thousand; nanos are 10^-9 of a dollar. Written by CorpusWriter; not read from
                            # prices.csv.

                            """))
                    .append(each.text())
                    .append('\n');
        }
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    static List<UsageCase> all() {
        CorpusWriter writer = new CorpusWriter();
        OFFERS.forEach(writer::offer);
        writer.terms();
        return writer.cases;
    }

    private void offer(Offer offer) {
        if (offer.threshold() == 0) {
            shortRequests(offer);
            OFFERS.stream().filter(offer::isBaseOf).findFirst().ifPresent(above -> {
                edges(offer, above.threshold() - 1, "one below the threshold");
                edges(offer, above.threshold(), "on the threshold");
            });
        } else {
            edges(offer, offer.threshold() + 1, "one above the threshold");
            edges(offer, offer.threshold() * 2, "far above the threshold");
        }
    }

    private void shortRequests(Offer offer) {
        both(offer, "plain", Counts.of(2500, 0, 500));
        both(offer, "nothing but output", Counts.of(0, 0, 7));
        both(offer, "thinking", Counts.of(211, 0, 489).thinking(123, false));
        if (offer.read().isPresent()) {
            both(offer, "cached", Counts.of(137, 2000, 366));
            both(offer, "all cached", Counts.of(0, 2137, 366).thinking(366, false));
        }
        if (offer.write1h().isPresent()) {
            both(offer, "written for both durations", Counts.of(137, 2000, 366).writing(311, 77, 0));
            both(offer, "written for an hour", Counts.of(3, 0, 366).writing(0, 4096, 0));
            both(offer, "written beyond the split", Counts.of(137, 900, 366).writing(100, 50, 350));
            both(offer, "searched", Counts.of(2500, 0, 500).searching(3));
        } else if (offer.write().isPresent()) {
            both(offer, "written", Counts.of(137, 2000, 366).writing(0, 0, 311));
        }
        if (offer.provider().equals("google")) {
            both(offer, "thinking in the total alone", Counts.of(2500, 0, 100).thinking(900, true));
        }
    }

    /** So many input tokens, as fresh ones and, where they are sold, mostly as cached and as written ones. */
    private void edges(Offer offer, long input, String where) {
        both(offer, where, Counts.of(input, 0, 1000));
        if (offer.read().isPresent()) {
            both(offer, where + " with cached tokens", Counts.of(1, input - 1, 1000));
        }
        if (offer.write().isPresent()) {
            Counts written = Counts.of(1, 0, 1000);
            both(
                    offer,
                    where + " with written tokens",
                    offer.isAnthropic() ? written.writing(input - 1, 0, 0) : written.writing(0, 0, input - 1));
        }
    }

    private void terms() {
        Counts counts = Counts.of(2000, 0, 400);
        Offer haiku = find("claude-haiku-4-5");
        both(haiku, "", "1", "of the standard tier", counts.under("standard", "global"));
        both(
                haiku,
                " x claude-batch",
                "0.5",
                "batch",
                counts.writing(200, 100, 0).under("batch", ""));
        both(haiku, " x claude-us", "1.1", "in the US", counts.under("standard", "us"));
        both(haiku, " x claude-batch x claude-us", "0.55", "batch in the US", counts.under("batch", "us"));
        Offer sol = find("gpt-6-sol");
        both(sol, "", "1", "of the default tier", counts.under("default", ""));
        both(sol, " x gpt-flex", "0.5", "flex", counts.writing(0, 0, 200).under("flex", ""));
        both(sol, " x gpt-priority", "2", "priority", counts.under("priority", ""));
        both(sol, " x gpt-batch", "0.5", "batch", counts.under("batch", ""));
        Counts large = Counts.of(2, 272_000, 1000);
        both(find("gpt-6-sol-long"), " x gpt-flex", "0.5", "flex above the threshold", large.under("flex", ""));
        both(
                find("gpt-6-sol-long"),
                " x gpt-priority",
                "2",
                "priority above the threshold",
                large.under("priority", ""));
        for (String row : List.of("gpt-6.1-sol", "gpt-6-luna", "gpt-5.4", "gpt-5.4-mini", "gpt-5.4-nano")) {
            both(find(row), " x gpt-flex", "0.5", "flex", counts.under("flex", ""));
            both(find(row), " x gpt-priority", "2", "priority", counts.under("priority", ""));
        }
        both(find("mistral-large-3"), " x mistral-batch", "0.5", "batch", counts.under("batch", ""));
    }

    private static Offer find(String row) {
        return OFFERS.stream()
                .filter(offer -> offer.row().equals(row))
                .findFirst()
                .orElseThrow();
    }

    private void both(Offer offer, String what, Counts counts) {
        both(offer, "", "1", what, counts);
    }

    private void both(Offer offer, String factors, String factor, String what, Counts counts) {
        Bill bill = bill(offer, factor, counts);
        String name = offer.model() + " " + offer.sentAt().substring(0, 10) + " " + what;
        boolean messages = offer.isAnthropic();
        add(
                offer,
                name + " streamed",
                messages ? "messages-stream" : "completions-stream",
                offer.row() + factors,
                counts,
                bill,
                messages
                        ? Bodies.messagesStream(offer.model(), counts)
                        : Bodies.completionsStream(offer.model(), counts));
        add(
                offer,
                name + " whole",
                messages ? "messages-body" : "completions-body",
                offer.row() + factors,
                counts,
                bill,
                messages ? Bodies.messagesBody(offer.model(), counts) : Bodies.completionsBody(offer.model(), counts));
        if (offer.provider().equals("openai")) {
            String response = name + " by Responses";
            String row = offer.row() + factors;
            add(
                    offer,
                    response + " streamed",
                    "responses-stream",
                    row,
                    counts,
                    bill,
                    Bodies.responsesStream(offer.model(), counts));
            add(
                    offer,
                    response + " whole",
                    "responses-body",
                    row,
                    counts,
                    bill,
                    Bodies.responsesBody(offer.model(), counts));
        }
    }

    private static Bill bill(Offer offer, String factor, Counts counts) {
        BigDecimal dearestWrite = offer.write1h().or(offer::write).orElse(BigDecimal.ZERO);
        return Bill.of(
                factor,
                counts.fresh(),
                offer.in(),
                counts.read(),
                or(offer.read()),
                counts.write5m(),
                or(offer.write()),
                counts.write1h(),
                or(offer.write1h()),
                counts.writeUntold(),
                dearestWrite,
                counts.allOutput(),
                offer.out(),
                counts.searches(),
                SEARCH);
    }

    private static BigDecimal or(Optional<BigDecimal> price) {
        return price.orElse(BigDecimal.ZERO);
    }

    private void add(Offer offer, String name, String protocol, String row, Counts counts, Bill bill, String body) {
        cases.add(new UsageCase(
                name,
                protocol,
                offer.provider(),
                offer.model(),
                offer.sentAt(),
                row,
                counts.total(),
                bill,
                bill.nanos().stripTrailingZeros().toPlainString(),
                body));
    }
}
