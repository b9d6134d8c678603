package erp.assistant.record.annotated;

import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One annotated relation of a class. */
record RowsShape(
        String id,
        AssistantRows annotation,
        Member member,
        List<FieldShape> fields,
        Member order,
        Optional<Member> key) {

    private static final int MOST_ROWS = 200;

    /** @throws IllegalArgumentException naming class and member, if an annotation does not fit */
    static List<RowsShape> of(Class<?> type) {
        List<RowsShape> shapes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Member member : Member.of(type)) {
            AssistantRows annotation = member.annotated().getAnnotation(AssistantRows.class);
            if (annotation != null && ids.add(member.name())) {
                shapes.add(shape(type, annotation, member));
            }
        }
        return shapes;
    }

    private static RowsShape shape(Class<?> type, AssistantRows annotation, Member member) {
        String place = type.getName() + "." + member.name();
        if (annotation.cap() < 1 || annotation.cap() > MOST_ROWS) {
            throw new IllegalArgumentException(
                    place + " has the cap " + annotation.cap() + ": must be 1 to " + MOST_ROWS);
        }
        Class<?> row = element(member)
                .orElseThrow(() -> new IllegalArgumentException(place + " must be a collection of a class"));
        List<FieldShape> fields = FieldShape.of(row);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(row.getName() + " has no member with AssistantField");
        }
        for (String sum : annotation.sums()) {
            if (fields.stream().noneMatch(field -> field.id().equals(sum))) {
                throw new IllegalArgumentException(place + " sums " + sum + ", which is no field of " + row.getName());
            }
        }
        return new RowsShape(
                member.name(),
                annotation,
                member,
                fields,
                Member.named(row, annotation.order()),
                annotation.key().isEmpty() ? Optional.empty() : Optional.of(Member.named(row, annotation.key())));
    }

    private static Optional<Class<?>> element(Member member) {
        return member.type() instanceof ParameterizedType type
                        && type.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                        && type.getActualTypeArguments()[0] instanceof Class<?> element
                ? Optional.of(element)
                : Optional.empty();
    }

    Rows rows(Object entity, Reader reader, Labels labels) {
        List<Object> all = new ArrayList<>();
        if (member.value(entity) instanceof Collection<?> collection) {
            all.addAll(collection);
        }
        List<FieldShape> shown = fields.stream()
                .filter(field -> reader.anyOf(field.annotation().roles()))
                .toList();
        List<Rows.Row> rows = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Object row : all.stream()
                .sorted(mostImportantFirst())
                .limit(annotation.cap())
                .toList()) {
            List<Field> cells = shown.stream()
                    .map(field -> field.field(row, label(field, labels)))
                    .toList();
            rows.add(new Rows.Row(unused(row, rows.size() + 1, used), cells));
        }
        List<Field> totals = shown.stream()
                .filter(field -> Arrays.asList(annotation.sums()).contains(field.id()))
                .map(field -> sum(field, all, label(field, labels)))
                .toList();
        return new Rows(id, labels.of(id, annotation.label()), rows, all.size(), totals);
    }

    private String label(FieldShape field, Labels labels) {
        return labels.of(id + "." + field.id(), field.annotation().label());
    }

    @SuppressWarnings("unchecked")
    private Comparator<Object> mostImportantFirst() {
        Comparator<@Nullable Comparable<Object>> natural =
                annotation.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing(row -> (Comparable<Object>) order.value(row), Comparator.nullsLast(natural));
    }

    private String unused(Object row, int position, Set<String> used) {
        Object wanted = key.map(member -> member.value(row)).orElse(null);
        String bare = wanted == null
                ? ""
                : wanted.toString().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String start = bare.isEmpty() ? Integer.toString(position) : bare.substring(0, Math.min(bare.length(), 50));
        String result = start;
        for (int i = 2; !used.add(result); i++) {
            result = start + "-" + i;
        }
        return result;
    }

    /** Missing if the rows have several units or currencies, whose sum says nothing. */
    private static Field sum(FieldShape shape, List<Object> rows, String label) {
        @Nullable Value sum = null;
        boolean mixed = false;
        for (Object row : rows) {
            Value value = shape.field(row, label).value();
            if (value instanceof Value.Missing) {
                continue;
            }
            @Nullable Value next = sum == null ? value : plus(sum, value);
            mixed |= next == null;
            sum = next == null ? sum : next;
        }
        Value total = mixed || sum == null ? new Value.Missing() : sum;
        return Field.of(shape.id(), label, total)
                .as(shape.annotation().sensitivity())
                .as(Importance.FACT);
    }

    private static @Nullable Value plus(Value one, Value other) {
        if (one instanceof Value.Money a
                && other instanceof Value.Money b
                && a.currency().equals(b.currency())) {
            return new Value.Money(a.amount().add(b.amount()), a.currency());
        }
        if (one instanceof Value.Quantity a
                && other instanceof Value.Quantity b
                && a.unit().equals(b.unit())) {
            BigDecimal number = a.number().add(b.number());
            return new Value.Quantity(number, a.unit());
        }
        return null;
    }

    void withheld(Reader reader, Labels labels, List<Withheld> to) {
        if (!reader.anyOf(annotation.roles())) {
            to.add(new Withheld(id, labels.of(id, annotation.label()), Reader.needs(annotation.roles())));
            return;
        }
        fields.stream()
                .filter(field -> !reader.anyOf(field.annotation().roles()))
                .forEach(field -> to.add(new Withheld(
                        id + "." + field.id(),
                        label(field, labels),
                        Reader.needs(field.annotation().roles()))));
    }
}
