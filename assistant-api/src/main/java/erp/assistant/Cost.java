package erp.assistant;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact sum of money.
 *
 * @param nanos in 10<sup>-9</sup> of the currency's unit: 1 EUR is 1,000,000,000
 */
public record Cost(long nanos, Currency currency) {
    public Cost {
        Objects.requireNonNull(currency, "currency");
    }

    /** The sum in units of the currency, without trailing zeros beyond the second decimal. */
    public BigDecimal amount() {
        BigDecimal exact = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2) : exact;
    }

    /** The sum of both; in the same currency. */
    public Cost plus(Cost other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Cost(Math.addExact(nanos, other.nanos), currency);
    }
}
