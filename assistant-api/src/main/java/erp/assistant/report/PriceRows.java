package erp.assistant.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The price rows in force. A CDI bean, safe for use by many threads. */
public interface PriceRows {

    /** All rows in the order of the price file. */
    List<Row> rows();

    /**
     * What some models cost in a span of days.
     *
     * @param provider a provider's name, or {@code *} for any
     * @param models as responses name them; {@code *} at the end stands for anything
     * @param firstDay UTC, as is the last
     * @param lastDay empty while it holds
     * @param aboveTokens the row holds for requests with more input tokens than this; 0 for all
     * @param serviceTier the tier that it is the price of; empty for the list price
     * @param prices by the column of the price file, in units of the currency; in the order of its columns
     */
    record Row(
            String id,
            String provider,
            List<String> models,
            LocalDate firstDay,
            Optional<LocalDate> lastDay,
            long aboveTokens,
            String serviceTier,
            Map<String, BigDecimal> prices,
            Currency currency) {
        public Row {
            models = List.copyOf(models);
            Objects.requireNonNull(prices, "prices");
        }
    }
}
