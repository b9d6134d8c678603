package erp.assistant.impl.mapping;

import erp.assistant.record.Importance;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.ListOperator;
import erp.assistant.record.Sensitivity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the {@code list} of a mapping file. For one file and one thread. */
final class ListReader {

    private static final int USUAL_ROWS = 100;
    private static final int MOST_CHOICES = 50;
    private static final int LONGEST_CHOICE = 100;

    private final Problems problems;
    private final FieldReader fields;

    ListReader(Problems problems, FieldReader fields) {
        this.problems = problems;
        this.fields = fields;
    }

    /**
     * Reads it; empty if there is none: then the type has no list.
     *
     * @param query reads the list's SQL
     * @param actions reads its prepared questions, given the members and the fields
     */
    Optional<MappedList> read(
            MemberReader in,
            BiFunction<MemberReader, String, Sql> query,
            BiFunction<MemberReader, List<MappedField>, List<MappedAction>> actions) {
        Node node = in.node("list");
        if (node == null) {
            return Optional.empty();
        }
        MemberReader list = new MemberReader(node, problems, "list");
        list.require("label", "what the list's screen is called");
        List<MappedList.Column> columns = columns(list);
        List<MappedField> shown = columns.stream().map(MappedList.Column::field).toList();
        MappedList read = new MappedList(
                list.place(),
                list.localised("label").orElseGet(() -> Localised.of("list")),
                list.localised("about").orElseGet(() -> Localised.of("")),
                query.apply(list, "query"),
                list.text("key", Name.COLUMN.allowed(), Name.COLUMN::check),
                list.required("order", Name.ORDER.allowed(), Name.ORDER::check).orElse(""),
                list.whole("cap", 1, MappingReader.MOST_ROWS, USUAL_ROWS),
                list.names("roles", Name.ROLE),
                columns,
                actions.apply(list, shown));
        list.refuseOthers();
        return Optional.of(read);
    }

    private List<MappedList.Column> columns(MemberReader list) {
        List<MappedList.Column> columns = new ArrayList<>();
        list.require("fields", "an object with a field for each column that may be shown");
        list.named("fields", Name.FIELD).forEach((id, member) -> {
            MemberReader in = new MemberReader(member.value(), problems, "the field " + id);
            MappedField field = fields.field(id, in, id, Importance.NORMAL);
            columns.add(column(field, in));
            in.refuseOthers();
        });
        if (columns.isEmpty() && list.has("fields")) {
            problems.add(list.place("fields"), "fields is empty: name at least one column that may be shown");
        }
        return columns;
    }

    private MappedList.Column column(MappedField field, MemberReader in) {
        Kind kind = kind(field.type());
        Set<ListOperator> filter = chosen(in, "filter", kind.operators(), ListOperator::key);
        Set<ListAggregate> aggregates = chosen(in, "aggregates", aggregates(kind), ListAggregate::key);
        List<String> choices = choices(in);
        boolean sort = in.flag("sort");
        boolean group = in.flag("group");
        if (!choices.isEmpty() && (kind != Kind.TEXT || filter.isEmpty())) {
            problems.add(in.place("choices"), field.id() + " has choices: only a text with a filter can have them");
        }
        if (group && kind != Kind.TEXT) {
            problems.add(
                    in.place("group"),
                    field.id() + " has the type " + field.type().word() + ": rows are grouped by texts");
        }
        MappedList.Column column =
                new MappedList.Column(field, filter, choices, sort, group && kind == Kind.TEXT, aggregates);
        if (field.sensitivity() == Sensitivity.SECRET && column.used()) {
            problems.add(in.place(), field.id() + " is secret: to filter, sort or count by it would tell of it");
        }
        return column;
    }

    private static Set<ListAggregate> aggregates(Kind kind) {
        return kind.numeric()
                ? Set.of(ListAggregate.values())
                : kind == Kind.DAY || kind == Kind.PERCENT ? Set.of(ListAggregate.MIN, ListAggregate.MAX) : Set.of();
    }

    private List<String> choices(MemberReader in) {
        List<String> choices = new ArrayList<>();
        for (Node node : in.elements("choices")) {
            if (node instanceof Node.Text text
                    && !text.text().isBlank()
                    && text.text().length() <= LONGEST_CHOICE
                    && choices.size() < MOST_CHOICES) {
                choices.add(text.text());
            } else {
                problems.add(
                        node.place(),
                        "choices must be at most " + MOST_CHOICES + " texts of at most " + LONGEST_CHOICE
                                + " characters");
            }
        }
        return choices;
    }

    private <E extends Enum<E>> Set<E> chosen(MemberReader in, String name, Set<E> allowed, Function<E, String> key) {
        Set<E> chosen = new LinkedHashSet<>();
        for (Node node : in.elements(name)) {
            Optional<E> found = allowed.stream()
                    .filter(each ->
                            node instanceof Node.Text text && key.apply(each).equals(text.text()))
                    .findFirst();
            if (found.isPresent()) {
                chosen.add(found.get());
            } else {
                problems.add(
                        node.place(),
                        name + " has " + node.kind() + ": must be "
                                + (allowed.isEmpty()
                                        ? "left out for this type"
                                        : "one of "
                                                + allowed.stream()
                                                        .sorted()
                                                        .map(key)
                                                        .collect(Collectors.joining(", "))));
            }
        }
        return chosen;
    }

    static Kind kind(FieldType type) {
        return switch (type) {
            case TEXT -> Kind.TEXT;
            case NUMBER, QUANTITY -> Kind.NUMBER;
            case MONEY -> Kind.MONEY;
            case PERCENT -> Kind.PERCENT;
            case DATE -> Kind.DAY;
            case MOMENT -> Kind.MOMENT;
            case FLAG -> Kind.FLAG;
        };
    }
}
