package erp.assistant.record.annotated;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Withheld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the annotations of a class say, looked up once. Safe for use by many threads. */
final class EntityShape<T> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final Class<T> type;
    private final AssistantEntity entity;
    private final List<FieldShape> fields;
    private final List<RowsShape> rows;
    private final Optional<Member> version;
    private final Optional<Member> organisation;

    private EntityShape(Class<T> type, AssistantEntity entity) {
        this.type = type;
        this.entity = entity;
        this.fields = FieldShape.of(type);
        this.rows = RowsShape.of(type);
        this.version =
                entity.version().isEmpty() ? Optional.empty() : Optional.of(Member.named(type, entity.version()));
        this.organisation = entity.organisation().isEmpty()
                ? Optional.empty()
                : Optional.of(Member.named(type, entity.organisation()));
    }

    /** @throws IllegalArgumentException naming class and member, if the annotations contradict each other */
    static <T> EntityShape<T> of(Class<T> type) {
        @Nullable AssistantEntity entity = type.getAnnotation(AssistantEntity.class);
        if (entity == null || entity.type().isEmpty() || entity.label().isEmpty()) {
            throw new IllegalArgumentException(type.getName() + " needs AssistantEntity with a type and a label");
        }
        EntityShape<T> shape = new EntityShape<>(type, entity);
        if (shape.fields.isEmpty()) {
            throw new IllegalArgumentException(type.getName() + " has no member with AssistantField");
        }
        Matcher placeholder = PLACEHOLDER.matcher(entity.label());
        while (placeholder.find()) {
            shape.requirePublic(placeholder.group(1));
        }
        Labels.of(type, entity.labels(), Locale.ROOT);
        return shape;
    }

    private void requirePublic(String id) {
        boolean plain = fields.stream()
                .anyMatch(field -> field.id().equals(id)
                        && field.annotation().sensitivity() == Sensitivity.PUBLIC
                        && field.annotation().roles().length == 0);
        if (!plain) {
            throw new IllegalArgumentException(
                    type.getName() + ": {" + id + "} in the label must be a public field that needs no role");
        }
    }

    String type() {
        return entity.type();
    }

    BusinessRecord record(String id, T read, Reader reader, Instant now) {
        Labels labels = Labels.of(type, entity.labels(), reader.language());
        List<Field> shown = new ArrayList<>();
        for (FieldShape field : fields) {
            if (reader.anyOf(field.annotation().roles())) {
                shown.add(field.field(
                        read, labels.of(field.id(), field.annotation().label())));
            }
        }
        List<Rows> relations = rows.stream()
                .filter(each -> reader.anyOf(each.annotation().roles()))
                .map(each -> each.rows(read, reader, labels))
                .toList();
        BusinessRecord.Builder record = BusinessRecord.of(
                        new RecordRef(type(), id), label(labels.of("label", entity.label()), read))
                .version(
                        version.map(member -> String.valueOf(member.value(read)))
                                .orElseGet(() -> Integer.toHexString(Objects.hash(shown, relations))),
                        now)
                .organisation(organisation
                        .map(member -> member.value(read))
                        .map(Object::toString)
                        .orElse(""));
        shown.forEach(record::field);
        relations.forEach(record::rows);
        for (AssistantAction action : entity.actions()) {
            record.action(action.id(), labels.of(action.id(), action.label()), action.question());
        }
        return record.build();
    }

    private String label(String template, T read) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(fields.stream()
                        .filter(field -> field.id().equals(place.group(1)))
                        .map(field -> field.member().value(read))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .findFirst()
                        .orElse("")))
                .strip();
    }

    List<Withheld> withheld(Reader reader) {
        Labels labels = Labels.of(type, entity.labels(), reader.language());
        List<Withheld> withheld = new ArrayList<>();
        fields.stream()
                .filter(field -> !reader.anyOf(field.annotation().roles()))
                .forEach(field -> withheld.add(new Withheld(
                        field.id(),
                        labels.of(field.id(), field.annotation().label()),
                        Reader.needs(field.annotation().roles()))));
        rows.forEach(each -> each.withheld(reader, labels, withheld));
        return withheld;
    }
}
