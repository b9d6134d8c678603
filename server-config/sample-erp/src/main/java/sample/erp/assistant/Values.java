package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Writes the ERP's figures as the assistant's values. */
final class Values {

    private final Currency currency;

    /** @param currencyCode of all amounts of the record */
    Values(String currencyCode) {
        this.currency = Currency.getInstance(currencyCode);
    }

    Value money(@Nullable BigDecimal amount) {
        return amount == null ? new Value.Missing() : new Value.Money(amount, currency);
    }

    static Value quantity(long number, String unit) {
        return new Value.Quantity(BigDecimal.valueOf(number), unit);
    }

    static Value percent(@Nullable BigDecimal percent) {
        return percent == null ? new Value.Missing() : new Value.Percent(percent);
    }

    static Value text(@Nullable String text) {
        return BusinessRecord.Builder.text(text);
    }

    static Value day(@Nullable LocalDate day) {
        return BusinessRecord.Builder.day(day);
    }

    static Value flag(boolean yes) {
        return new Value.Flag(yes);
    }

    static Field personal(String id, String label, @Nullable String text) {
        return Field.of(id, label, text(text)).as(Sensitivity.PERSONAL);
    }
}
