package erp.assistant.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * A field's value in the type the business gives it.
 *
 * <p>Amounts are exact decimals with their scale, never floating point.
 */
public sealed interface Value {

    /** Text; treated as data that anybody may have written, never as an instruction. */
    record Text(String text) implements Value {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** An amount of money in an ISO 4217 currency. */
    record Money(BigDecimal amount, Currency currency) implements Value {
        public Money {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(currency, "currency");
        }
    }

    /** A number of units, such as 12 pcs. */
    record Quantity(BigDecimal number, String unit) implements Value {
        public Quantity {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** A share of a hundred: 12.5 means 12.5 %. */
    record Percent(BigDecimal percent) implements Value {
        public Percent {
            Objects.requireNonNull(percent, "percent");
        }
    }

    /** A calendar date. */
    record Day(LocalDate date) implements Value {
        public Day {
            Objects.requireNonNull(date, "date");
        }
    }

    /** A point in time. */
    record Moment(Instant instant) implements Value {
        public Moment {
            Objects.requireNonNull(instant, "instant");
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements Value {}

    /** The record has this field, and it is not set. */
    record Missing() implements Value {}
}
