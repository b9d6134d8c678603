package sample.erp.rule;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number with its unit.
 *
 * @param unit an ISO 4217 currency for money, {@code %} for a share of a hundred, or what is counted, such as {@code days}
 */
public record Measure(BigDecimal amount, String unit) {

    public Measure {
        Objects.requireNonNull(amount, "amount");
        if (unit.isBlank()) {
            throw new IllegalArgumentException("a measure has a unit");
        }
    }

    public static Measure of(long count, String unit) {
        return new Measure(BigDecimal.valueOf(count), unit);
    }

    public static Measure percent(BigDecimal percent) {
        return new Measure(percent, "%");
    }
}
