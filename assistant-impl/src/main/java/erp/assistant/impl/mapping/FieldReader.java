package erp.assistant.impl.mapping;

import erp.assistant.record.Importance;
import erp.assistant.record.Sensitivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the fields and totals of a mapping file. For one file and one thread. */
final class FieldReader {

    private final Problems problems;
    private final Optional<Unit> currency;

    /** @param currency of money that names none itself */
    FieldReader(Problems problems, Optional<Unit> currency) {
        this.problems = problems;
        this.currency = currency;
    }

    /** The fields of a record, of facts or of rows. */
    List<MappedField> fields(MemberReader in, Importance usual) {
        in.require("fields", "an object with a field for each column that may be shown");
        List<MappedField> fields = new ArrayList<>();
        in.named("fields", Name.FIELD).forEach((id, member) -> {
            MemberReader field = new MemberReader(member.value(), problems, "the field " + id);
            fields.add(field(id, field, id, usual));
            field.refuseOthers();
        });
        if (fields.isEmpty() && in.has("fields")) {
            problems.add(in.place("fields"), "fields is empty: name at least one column that may be shown");
        }
        return fields;
    }

    /** The totals of rows. */
    List<MappedTotal> totals(MemberReader in) {
        List<MappedTotal> totals = new ArrayList<>();
        in.named("totals", Name.FIELD).forEach((id, member) -> {
            MemberReader total = new MemberReader(member.value(), problems, "the total " + id);
            total(id, total).ifPresent(totals::add);
            total.refuseOthers();
        });
        return totals;
    }

    private Optional<MappedTotal> total(String id, MemberReader in) {
        List<MappedTotal.Aggregate> named = Arrays.stream(MappedTotal.Aggregate.values())
                .filter(aggregate -> in.has(aggregate.word()))
                .toList();
        if (named.size() != 1) {
            problems.add(
                    in.place(),
                    "the total " + id + " must name one of " + MappedTotal.Aggregate.words()
                            + ", with a column of the rows");
            return Optional.empty();
        }
        MappedTotal.Aggregate aggregate = named.get(0);
        String column = in.text(aggregate.word(), Name.COLUMN.allowed(), Name.COLUMN::check)
                .orElse(id);
        return Optional.of(new MappedTotal(aggregate, field(id, in, column, Importance.FACT)));
    }

    MappedField field(String id, MemberReader in, String defaultColumn, Importance usual) {
        FieldType type =
                in.text("type", FieldType.words(), constant(FieldType.class)).orElse(FieldType.TEXT);
        Sensitivity sensitivity = in.text("sensitivity", words(Sensitivity.class), constant(Sensitivity.class))
                .orElse(Sensitivity.PUBLIC);
        Set<String> roles = in.names("roles", Name.ROLE);
        if (sensitivity == Sensitivity.CONFIDENTIAL && roles.isEmpty()) {
            problems.add(in.place(), id + " is confidential: roles must say to whom it is shown");
        }
        in.require("label", "what the screen calls the field");
        return new MappedField(
                in.place(),
                id,
                in.localised("label").orElseGet(() -> Localised.of(id)),
                in.text("column", Name.COLUMN.allowed(), Name.COLUMN::check).orElse(defaultColumn),
                type,
                unit(id, type, in),
                sensitivity,
                in.text("importance", words(Importance.class), constant(Importance.class))
                        .orElse(usual),
                roles,
                link(in));
    }

    private Optional<Unit> unit(String id, FieldType type, MemberReader in) {
        if (type == FieldType.MONEY) {
            Optional<Unit> own = in.has("currency") ? currency(in, problems) : currency;
            if (own.isEmpty() && !in.has("currency")) {
                problems.add(in.place(), id + " is money: currency must say which, here or at the top of the file");
            }
            return own;
        }
        if (type == FieldType.QUANTITY) {
            in.require(
                    "unit", "a text such as pcs, or {\"column\": \"...\"}; a number without unit has the type number");
            return in.unit("unit");
        }
        return Optional.empty();
    }

    /** A currency, as ISO 4217 writes it or as a column has it. */
    static Optional<Unit> currency(MemberReader in, Problems problems) {
        Optional<Unit> unit = in.unit("currency");
        unit.filter(Unit.Fixed.class::isInstance).ifPresent(fixed -> {
            String code = ((Unit.Fixed) fixed).text().in(Locale.ROOT);
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(known -> known.getCurrencyCode().equals(code))) {
                problems.add(
                        in.place("currency"),
                        "currency is '" + code + "': must be an ISO 4217 code such as EUR, or {\"column\": \"...\"}");
            }
        });
        return unit;
    }

    private Optional<Link> link(MemberReader in) {
        if (!in.has("link")) {
            return Optional.empty();
        }
        Node node = in.node("link");
        if (node == null) {
            return Optional.empty();
        }
        MemberReader link = new MemberReader(node, problems, "link");
        Optional<String> type = link.required("type", Name.TYPE.allowed(), Name.TYPE::check);
        Optional<String> column = link.required("column", Name.COLUMN.allowed(), Name.COLUMN::check);
        link.refuseOthers();
        return type.isPresent() && column.isPresent()
                ? Optional.of(new Link(type.get(), column.get()))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return text -> {
            if (!text.equals(text.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(text);
            }
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        };
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
