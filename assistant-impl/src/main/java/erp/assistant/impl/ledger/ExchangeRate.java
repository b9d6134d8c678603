package erp.assistant.impl.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * How much of one currency a unit of another is worth, from a day on.
 *
 * @param validFrom the first day, UTC; it holds until a later row of the same pair
 */
record ExchangeRate(String id, Currency from, Currency to, BigDecimal rate, LocalDate validFrom) {

    private static final List<String> COLUMNS = List.of("id", "from", "to", "rate", "valid_from", "source");
    private static final BigDecimal FAR = BigDecimal.valueOf(3);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

    /** Reads and checks {@code exchange-rates.csv}. */
    static List<ExchangeRate> readAll(String file, List<String> lines) {
        List<ExchangeRate> rates = new ArrayList<>();
        for (CsvLine line : CsvLine.readAll(file, lines, COLUMNS, Set.of())) {
            ExchangeRate rate = new ExchangeRate(
                    line.text("id"),
                    line.currency("from"),
                    line.currency("to"),
                    line.decimal("rate"),
                    line.date("valid_from"));
            line.text("source");
            if (rate.rate.signum() == 0 || rate.rate.compareTo(HIGHEST) > 0) {
                throw line.error("rate '" + rate.rate.toPlainString() + "' must be above 0 and at most 1000000");
            }
            if (rates.stream().anyMatch(earlier -> earlier.id.equals(rate.id))) {
                throw line.error("id '" + rate.id + "' is used twice");
            }
            if (rates.stream()
                    .anyMatch(earlier -> earlier.samePair(rate) && earlier.validFrom.equals(rate.validFrom))) {
                throw line.error("there are two rates from " + rate.from + " to " + rate.to + " on " + rate.validFrom);
            }
            rates.stream()
                    .filter(other -> other.samePair(rate) && other.isFarFrom(rate))
                    .findFirst()
                    .ifPresent(other -> {
                        throw line.error("rate '" + rate.rate.toPlainString()
                                + "' is more than three times, or less than a" + " third, of '" + other.id
                                + "': is it the rate of the other direction, or of a hundred?");
                    });
            rates.add(rate);
        }
        return rates;
    }

    private boolean isFarFrom(ExchangeRate other) {
        return rate.compareTo(other.rate.multiply(FAR)) > 0 || other.rate.compareTo(rate.multiply(FAR)) > 0;
    }

    private boolean samePair(ExchangeRate other) {
        return from.equals(other.from) && to.equals(other.to);
    }
}
