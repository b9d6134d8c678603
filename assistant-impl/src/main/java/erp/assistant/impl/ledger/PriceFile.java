package erp.assistant.impl.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads and checks {@code prices.csv}; its columns are explained at its head. */
final class PriceFile {

    static final List<String> COLUMNS = List.of(
            "id",
            "provider",
            "model",
            "valid_from",
            "valid_to",
            "above_tokens",
            "input",
            "cache_read",
            "cache_write_5m",
            "cache_write_1h",
            "output",
            "currency",
            "source",
            "checked_on");

    static final Set<String> OPTIONAL_COLUMNS = Set.of("cache_write_other", "web_search", "service_tier");

    private PriceFile() {}

    /** A row and the line that it stands in. */
    record Entry(CsvLine line, PriceRow row) {}

    static List<PriceRow> read(String file, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (CsvLine line : CsvLine.readAll(file, lines, COLUMNS, OPTIONAL_COLUMNS)) {
            Entry entry = new Entry(line, row(line));
            entries.forEach(earlier -> refuseBoth(earlier, entry));
            entries.add(entry);
        }
        PriceSequence.check(entries);
        return entries.stream().map(Entry::row).toList();
    }

    private static void refuseBoth(Entry earlier, Entry later) {
        int number = earlier.line().number();
        if (earlier.row().id().equals(later.row().id())) {
            throw later.line().error("id '" + later.row().id() + "' is already used in line " + number);
        }
        if (earlier.row().collidesWith(later.row())) {
            throw later.line().error("prices the same model on the same days as line " + number);
        }
    }

    private static PriceRow row(CsvLine line) {
        Map<PriceClass, BigDecimal> prices = new EnumMap<>(PriceClass.class);
        for (PriceClass priceClass : PriceClass.values()) {
            line.optionalDecimal(priceClass.column()).ifPresent(price -> prices.put(priceClass, price));
        }
        line.decimal(PriceClass.INPUT.column());
        line.decimal(PriceClass.OUTPUT.column());
        line.text("source");
        line.date("checked_on");
        ModelMatch models = ModelMatch.of(line);
        if (models.patterns().stream().anyMatch(ModelPattern::any)) {
            throw line.error("model '*' would price every model that comes to be: name the models");
        }
        PriceRow row = new PriceRow(
                line.text("id"),
                models,
                Validity.of(line),
                line.whole("above_tokens"),
                line.optionalText("service_tier").toLowerCase(Locale.ROOT),
                prices,
                line.currency("currency"));
        PriceLimits.check(line, row);
        return row;
    }
}
