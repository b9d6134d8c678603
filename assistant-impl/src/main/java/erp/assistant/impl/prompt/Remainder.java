package erp.assistant.impl.prompt;

import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rows that are not told come to: {@code Net value 12400 EUR}.
 *
 * <p>Summed up exactly, and only where it is known: over rows that the ERP gave, or as the ERP's total less the rows that are told. Only
 * a column that the ERP totals has a sum: prices, limits and days left are numbers too, and what they come to together means
 * nothing. What has several currencies or units has none either.
 */
final class Remainder {

    private static final int MOST_SUMS = 1;

    private final Rows rows;
    private final Wording wording;

    Remainder(Rows rows, Wording wording) {
        this.rows = rows;
        this.wording = wording;
    }

    /** In brief form, or empty. */
    String of(List<Column> columns, Set<String> toldKeys) {
        List<String> sums = new ArrayList<>();
        Stream.concat(
                        columns.stream().filter(column -> of(column, Value.Money.class)),
                        columns.stream().filter(column -> of(column, Value.Quantity.class)))
                .forEach(column -> {
                    if (sums.size() < MOST_SUMS) {
                        sum(column, toldKeys).ifPresent(sum -> sums.add(column.label() + " " + wording.brief(sum)));
                    }
                });
        return String.join("; ", sums);
    }

    private boolean of(Column column, Class<? extends Value> type) {
        return total(column).isPresent()
                && rows.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(
                                cell -> cell.id().equals(column.id()) && type.isInstance(cell.value()) && tells(cell));
    }

    private Optional<Field> total(Column column) {
        return rows.totals().stream()
                .filter(total -> total.id().equals(column.id()) && tells(total))
                .findFirst();
    }

    private boolean tells(Field field) {
        return field.sensitivity() != Sensitivity.SECRET
                && field.sensitivity() != Sensitivity.PERSONAL
                && wording.permits(field);
    }

    private Optional<Value> sum(Column column, Set<String> toldKeys) {
        List<Value> told = new ArrayList<>();
        List<Value> untold = new ArrayList<>();
        for (Rows.Row row : rows.rows()) {
            Optional<Value> value = value(row, column);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            (toldKeys.contains(row.key()) ? told : untold).add(value.get());
        }
        if (rows.total() == rows.rows().size()) {
            return added(untold);
        }
        Optional<Value> all = total(column).map(Field::value);
        return told.isEmpty()
                ? all
                : all.flatMap(total -> added(told).flatMap(part -> added(List.of(total, negated(part)))));
    }

    private static Optional<Value> value(Rows.Row row, Column column) {
        return row.cells().stream()
                .filter(cell -> cell.id().equals(column.id()))
                .map(Field::value)
                .findFirst();
    }

    private static Value negated(Value value) {
        return value instanceof Value.Money money
                ? new Value.Money(money.amount().negate(), money.currency())
                : new Value.Quantity(((Value.Quantity) value).number().negate(), ((Value.Quantity) value).unit());
    }

    private static Optional<Value> added(List<Value> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Value value : values) {
            if (value instanceof Value.Money money
                    && values.get(0) instanceof Value.Money first
                    && money.currency().equals(first.currency())) {
                sum = sum.add(money.amount());
            } else if (value instanceof Value.Quantity quantity
                    && values.get(0) instanceof Value.Quantity first
                    && quantity.unit().equals(first.unit())) {
                sum = sum.add(quantity.number());
            } else {
                return Optional.empty();
            }
        }
        BigDecimal total = sum;
        return values.get(0) instanceof Value.Money money
                ? Optional.of(new Value.Money(total, money.currency()))
                : Optional.of(new Value.Quantity(total, ((Value.Quantity) values.get(0)).unit()));
    }
}
