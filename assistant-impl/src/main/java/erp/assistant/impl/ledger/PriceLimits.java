package erp.assistant.impl.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;

/**
 * What no price of a row can be. The usual slips are a price per token or per thousand written as one per million, exchanged
 * columns, and a comma in the wrong place.
 */
final class PriceLimits {

    private static final BigDecimal LEAST = new BigDecimal("0.01");
    /** Cached input is sold for a fraction of the rest. */
    private static final BigDecimal LEAST_CACHED = new BigDecimal("0.001");

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final BigDecimal OUTPUT_PER_INPUT = BigDecimal.valueOf(100);
    private static final BigDecimal WRITE_PER_INPUT = BigDecimal.valueOf(4);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final CsvLine line;
    private final Map<PriceClass, BigDecimal> prices;

    private PriceLimits(CsvLine line, PriceRow row) {
        this.line = line;
        this.prices = row.prices();
    }

    /** Refuses a row, naming its line and what is allowed. */
    static void check(CsvLine line, PriceRow row) {
        PriceLimits limits = new PriceLimits(line, row);
        Arrays.stream(PriceClass.values()).filter(row.prices()::containsKey).forEach(limits::bounds);
        limits.proportions();
    }

    private void bounds(PriceClass priceClass) {
        BigDecimal price = price(priceClass);
        BigDecimal least = priceClass == PriceClass.CACHE_READ ? LEAST_CACHED : LEAST;
        String unit = priceClass.isTokens() ? " per 1,000,000 tokens" : " per 1,000";
        String allowed = "allowed are 0 and " + least + " to " + MOST + unit;
        if (price.compareTo(MOST) > 0) {
            throw wrong(priceClass, "is above " + MOST + unit, allowed);
        }
        if (price.signum() > 0 && price.compareTo(least) < 0) {
            throw wrong(priceClass, "is below " + least + unit + ": is it the price of one or of a thousand?", allowed);
        }
    }

    private void proportions() {
        BigDecimal input = price(PriceClass.INPUT);
        BigDecimal output = price(PriceClass.OUTPUT);
        if (output.multiply(TWO).compareTo(input) < 0) {
            throw wrong(
                    PriceClass.OUTPUT,
                    "is less than half of input " + input.toPlainString() + ": are the columns exchanged?",
                    "allowed is half of the input's price and more");
        }
        if (input.signum() > 0 && output.compareTo(input.multiply(OUTPUT_PER_INPUT)) > 0) {
            throw wrong(
                    PriceClass.OUTPUT,
                    "is more than 100 times input " + input.toPlainString(),
                    "allowed is up to 100 times the input's price");
        }
        atMost(PriceClass.CACHE_READ, input, "the price of input");
        BigDecimal dearestWrite = input.multiply(WRITE_PER_INPUT);
        atMost(PriceClass.CACHE_WRITE_5M, dearestWrite, "4 times the price of input");
        atMost(PriceClass.CACHE_WRITE_1H, dearestWrite, "4 times the price of input");
        atMost(PriceClass.CACHE_WRITE_OTHER, dearestWrite, "4 times the price of input");
        if (prices.containsKey(PriceClass.CACHE_WRITE_1H)) {
            atMost(PriceClass.CACHE_WRITE_5M, price(PriceClass.CACHE_WRITE_1H), "the price of a write for an hour");
        }
    }

    private void atMost(PriceClass priceClass, BigDecimal most, String what) {
        if (price(priceClass).compareTo(most) > 0) {
            throw wrong(
                    priceClass,
                    "is above " + what,
                    "allowed is up to " + most.stripTrailingZeros().toPlainString());
        }
    }

    private BigDecimal price(PriceClass priceClass) {
        return prices.getOrDefault(priceClass, BigDecimal.ZERO);
    }

    private PriceFileException wrong(PriceClass priceClass, String what, String allowed) {
        return line.error(
                priceClass.column() + " '" + price(priceClass).toPlainString() + "' " + what + "; " + allowed);
    }
}
