package erp.assistant.impl.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    /** The usual slip is a price per token or per thousand written as one per million, or the reverse. */
    private static final BigDecimal DEAREST = BigDecimal.valueOf(1000);

    private PriceFile() {}

    static List<PriceRow> read(String file, List<String> lines) {
        List<PriceRow> rows = new ArrayList<>();
        List<CsvLine> origins = new ArrayList<>();
        for (CsvLine line : CsvLine.readAll(file, lines, COLUMNS)) {
            PriceRow row = row(line);
            for (int i = 0; i < rows.size(); i++) {
                PriceRow earlier = rows.get(i);
                int earlierLine = origins.get(i).number();
                if (earlier.id().equals(row.id())) {
                    throw line.error("id '" + row.id() + "' is already used in line " + earlierLine);
                }
                if (earlier.collidesWith(row)) {
                    throw line.error("prices the same model on the same days as line " + earlierLine);
                }
            }
            rows.add(row);
            origins.add(line);
        }
        return rows;
    }

    private static PriceRow row(CsvLine line) {
        Map<TokenClass, BigDecimal> prices = new EnumMap<>(TokenClass.class);
        for (TokenClass tokenClass : TokenClass.values()) {
            line.optionalDecimal(tokenClass.column()).ifPresent(price -> {
                if (price.compareTo(DEAREST) > 0) {
                    throw line.error(tokenClass.column() + " '" + price.toPlainString()
                            + "' is above 1000 per 1,000,000 tokens");
                }
                prices.put(tokenClass, price);
            });
        }
        line.decimal(TokenClass.INPUT.column());
        line.decimal(TokenClass.OUTPUT.column());
        line.text("source");
        line.date("checked_on");
        PriceRow row = new PriceRow(
                line.text("id"),
                line.text("provider"),
                models(line),
                line.date("valid_from"),
                line.optionalDate("valid_to"),
                line.whole("above_tokens"),
                prices,
                line.currency("currency"));
        if (row.validTo().map(last -> last.isBefore(row.validFrom())).orElse(false)) {
            throw line.error("valid_to is before valid_from");
        }
        return row;
    }

    private static List<ModelPattern> models(CsvLine line) {
        try {
            return Arrays.stream(line.text("model").split("\\|", -1))
                    .map(String::strip)
                    .map(ModelPattern::new)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw line.error(String.valueOf(e.getMessage()));
        }
    }
}
