package erp.assistant.impl.mapping;

import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns columns of a row into fields.
 *
 * @param record the record's own row, where units and currencies are looked for that the row itself does not have
 * @param zone in which timestamps without one are meant
 */
record FieldValues(RowData record, Locale language, ZoneId zone) {

    Field field(MappedField mapped, RowData row) {
        return field(mapped, row, mapped.column());
    }

    /** The field of a column that the statement has given another name. */
    Field field(MappedField mapped, RowData row, String column) {
        Field field = Field.of(mapped.id(), mapped.label().in(language), value(mapped, row, row.value(column)))
                .as(mapped.sensitivity())
                .as(mapped.importance());
        return mapped.link()
                .flatMap(link -> target(link, row))
                .map(field::linkedTo)
                .orElse(field);
    }

    /** A field of a result that has no row. */
    Field missing(MappedField mapped) {
        return Field.of(mapped.id(), mapped.label().in(language), new Value.Missing())
                .as(mapped.sensitivity())
                .as(mapped.importance());
    }

    private static Optional<RecordRef> target(Link link, RowData row) {
        try {
            return Optional.of(new RecordRef(link.type(), row.text(link.column())));
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    private Value value(MappedField mapped, RowData row, @Nullable Object value) {
        if (value == null) {
            return new Value.Missing();
        }
        return switch (mapped.type()) {
            case TEXT -> text(value);
            case NUMBER -> new Value.Quantity(number(value), "");
            case QUANTITY -> new Value.Quantity(number(value), unit(mapped, row));
            case MONEY -> money(number(value), unit(mapped, row));
            case PERCENT -> new Value.Percent(number(value));
            case DATE -> new Value.Day(day(value));
            case MOMENT -> new Value.Moment(moment(value).toInstant());
            case FLAG ->
                new Value.Flag(
                        value instanceof Boolean yes ? yes : number(value).signum() != 0);
        };
    }

    private static Value text(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text.isBlank() ? new Value.Missing() : new Value.Text(text.strip());
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal number ? number : new BigDecimal(value.toString());
    }

    private LocalDate day(Object value) {
        return value instanceof LocalDate day
                ? day
                : value instanceof LocalDateTime local
                        ? local.toLocalDate()
                        : moment(value).atZoneSameInstant(zone).toLocalDate();
    }

    private OffsetDateTime moment(Object value) {
        if (value instanceof OffsetDateTime moment) {
            return moment;
        }
        return ((LocalDateTime) value).atZone(zone).toOffsetDateTime();
    }

    /** An amount whose currency is not known is not an amount. */
    private static Value money(BigDecimal amount, String code) {
        try {
            return new Value.Money(amount, Currency.getInstance(code));
        } catch (IllegalArgumentException notACurrency) {
            return new Value.Missing();
        }
    }

    private String unit(MappedField mapped, RowData row) {
        return mapped.unit()
                .map(unit -> {
                    if (unit instanceof Unit.FromColumn from) {
                        return (row.has(from.column()) ? row : record)
                                .text(from.column())
                                .strip();
                    }
                    return ((Unit.Fixed) unit).text().in(language);
                })
                .orElse("");
    }
}
