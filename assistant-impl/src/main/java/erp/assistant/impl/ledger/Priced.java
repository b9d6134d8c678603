package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import java.util.Objects;

/**
 * A cost and the rows it was made from.
 *
 * @param priceRow the price row's id
 * @param rateRow the exchange-rate row's id, empty if the price is in the company's currency
 */
public record Priced(Cost cost, String priceRow, String rateRow) {
    public Priced {
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(priceRow, "priceRow");
        Objects.requireNonNull(rateRow, "rateRow");
    }
}
