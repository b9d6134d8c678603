package erp.assistant.record.annotated;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One annotated member of a class. */
record FieldShape(
        String id, AssistantField annotation, Member member, Optional<Member> currency, Optional<Member> linkId) {

    /**
     * The annotated members of a class.
     *
     * @throws IllegalArgumentException naming class and member, if annotations contradict each other
     */
    static List<FieldShape> of(Class<?> type) {
        List<FieldShape> shapes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Member member : Member.of(type)) {
            AssistantField annotation = member.annotated().getAnnotation(AssistantField.class);
            if (annotation == null) {
                continue;
            }
            String id = annotation.id().isEmpty() ? member.name() : annotation.id();
            // A record's component hands its annotation to its field and to its accessor.
            if (ids.add(id)) {
                shapes.add(shape(type, id, annotation, member));
            } else if (shapes.stream()
                    .noneMatch(shape ->
                            shape.id().equals(id) && shape.member().name().equals(member.name()))) {
                throw new IllegalArgumentException(type.getName() + " has two fields with the id " + id);
            }
        }
        return shapes;
    }

    private static FieldShape shape(Class<?> type, String id, AssistantField annotation, Member member) {
        String place = type.getName() + "." + member.name();
        if (annotation.sensitivity() == Sensitivity.CONFIDENTIAL && annotation.roles().length == 0) {
            throw new IllegalArgumentException(place + " is confidential: roles must say to whom it is shown");
        }
        if (!annotation.currency().isEmpty() && !annotation.currencyFrom().isEmpty()) {
            throw new IllegalArgumentException(place + " has both currency and currencyFrom");
        }
        if (!annotation.currency().isEmpty() && currency(annotation.currency()).isEmpty()) {
            throw new IllegalArgumentException(
                    place + " has the currency '" + annotation.currency() + "', which is no ISO 4217 code");
        }
        Field checked = Field.of(id, annotation.label(), new Value.Missing());
        return new FieldShape(
                checked.id(),
                annotation,
                member,
                member(type, annotation.currencyFrom()),
                member(type, annotation.linkId()));
    }

    private static Optional<Member> member(Class<?> type, String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Member.named(type, name));
    }

    Field field(Object entity, String label) {
        Object value = member.value(entity);
        Field field = Field.of(id, label, value(value, entity))
                .as(annotation.sensitivity())
                .as(annotation.importance());
        return link(value, entity).map(field::linkedTo).orElse(field);
    }

    private Optional<RecordRef> link(@Nullable Object value, Object entity) {
        Object id = linkId.isPresent() ? linkId.get().value(entity) : value;
        if (annotation.link().isEmpty() || id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordRef(annotation.link(), id.toString()));
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    private Value value(@Nullable Object value, Object entity) {
        if (value == null) {
            return new Value.Missing();
        }
        if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()), entity);
        }
        if (value instanceof Boolean yes) {
            return new Value.Flag(yes);
        }
        if (value instanceof LocalDate day) {
            return new Value.Day(day);
        }
        return moment(value)
                .<Value>map(Value.Moment::new)
                .orElseGet(() -> BusinessRecord.Builder.text(value.toString()));
    }

    private static Optional<Instant> moment(Object value) {
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (value instanceof OffsetDateTime moment) {
            return Optional.of(moment.toInstant());
        }
        return value instanceof ZonedDateTime moment ? Optional.of(moment.toInstant()) : Optional.empty();
    }

    private Value number(BigDecimal number, Object entity) {
        if (annotation.percent()) {
            return new Value.Percent(number);
        }
        if (currency.isPresent()) {
            return currency(String.valueOf(currency.get().value(entity)))
                    .<Value>map(known -> new Value.Money(number, known))
                    .orElseGet(Value.Missing::new);
        }
        return annotation.currency().isEmpty()
                ? new Value.Quantity(number, annotation.unit())
                : new Value.Money(number, Currency.getInstance(annotation.currency()));
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst();
    }
}
