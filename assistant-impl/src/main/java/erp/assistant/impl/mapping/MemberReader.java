package erp.assistant.impl.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the members of one object, and notes what is wrong with them. For one thread. */
final class MemberReader {

    private final Node.Members node;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    MemberReader(Node node, Problems problems, String what) {
        this.problems = problems;
        if (node instanceof Node.Members members) {
            this.node = members;
        } else {
            problems.add(node.place(), what + " must be an object in braces, not " + node.kind());
            this.node = new Node.Members(node.place(), Map.of());
        }
    }

    Place place() {
        return node.place();
    }

    Place place(String name) {
        Node.Member member = node.members().get(name);
        return member == null ? node.place() : member.value().place();
    }

    boolean has(String name) {
        return node(name) != null;
    }

    @Nullable
    Node node(String name) {
        known.add(name);
        Node.Member member = node.members().get(name);
        return member == null ? null : member.value();
    }

    /** The value of a text; empty if it is not there or if its parser refuses it, which is noted. */
    <T> Optional<T> text(String name, String allowed, Function<String, T> parser) {
        Node value = node(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Node.Text text) {
            try {
                return Optional.of(parser.apply(text.text()));
            } catch (RuntimeException e) {
                // said below
            }
        }
        problems.add(value.place(), name + " is " + value.kind() + ": must be " + allowed);
        return Optional.empty();
    }

    <T> Optional<T> required(String name, String allowed, Function<String, T> parser) {
        require(name, allowed);
        return text(name, allowed, parser);
    }

    void require(String name, String allowed) {
        if (!has(name)) {
            problems.add(node.place(), name + " is missing: must be " + allowed);
        }
    }

    /** SQL as one text, or as a list of its lines. */
    Optional<Sql> sql(String name, Function<String, Sql> parser) {
        Node value = node(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<String> text = lines(value);
        if (text.isEmpty()) {
            problems.add(value.place(), name + " is " + value.kind() + ": must be SQL, as a text or a list of lines");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.get()));
        } catch (IllegalArgumentException e) {
            problems.add(value.place(), name + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> lines(Node value) {
        if (value instanceof Node.Text text) {
            return Optional.of(text.text());
        }
        if (value instanceof Node.Elements list && list.elements().stream().allMatch(Node.Text.class::isInstance)) {
            return Optional.of(list.elements().stream()
                    .map(line -> ((Node.Text) line).text())
                    .collect(Collectors.joining("\n")));
        }
        return Optional.empty();
    }

    /** A text, or an object with one text for each language. */
    Optional<Localised> localised(String name) {
        Node value = node(name);
        return value == null ? Optional.empty() : localised(name, value);
    }

    private Optional<Localised> localised(String name, Node value) {
        if (value instanceof Node.Text text && !text.text().isBlank()) {
            return Optional.of(Localised.of(text.text()));
        }
        if (value instanceof Node.Members members && !members.members().isEmpty()) {
            Map<String, String> texts = new LinkedHashMap<>();
            members.members().forEach((language, member) -> {
                if (!Name.LANGUAGE.matches(language)) {
                    problems.add(member.place(), "'" + language + "' must be " + Name.LANGUAGE.allowed());
                } else if (member.value() instanceof Node.Text text
                        && !text.text().isBlank()) {
                    texts.put(language.toLowerCase(java.util.Locale.ROOT), text.text());
                } else {
                    problems.add(member.value().place(), name + " in '" + language + "' must be a text");
                }
            });
            return texts.isEmpty() ? Optional.empty() : Optional.of(new Localised(texts));
        }
        problems.add(
                value.place(),
                name + " is " + value.kind() + ": must be a text, or an object with a text for each language");
        return Optional.empty();
    }

    /** A text or an object with texts by language, or {@code {"column": "..."}}. */
    Optional<Unit> unit(String name) {
        Node value = node(name);
        if (value instanceof Node.Members members && members.members().containsKey("column")) {
            MemberReader reader = new MemberReader(value, problems, name);
            Optional<Unit> unit = reader.text("column", Name.COLUMN.allowed(), Name.COLUMN::check)
                    .map(Unit.FromColumn::new);
            reader.refuseOthers();
            return unit;
        }
        return localised(name).map(Unit.Fixed::new);
    }

    /** A list of names. */
    Set<String> names(String name, Name kind) {
        Node value = node(name);
        if (value == null) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        if (value instanceof Node.Elements list && !list.elements().isEmpty()) {
            for (Node element : list.elements()) {
                if (element instanceof Node.Text text && kind.matches(text.text())) {
                    names.add(text.text());
                } else {
                    problems.add(element.place(), name + " has " + element.kind() + ": must be " + kind.allowed());
                }
            }
        } else {
            problems.add(value.place(), name + " is " + value.kind() + ": must be a list such as [\"controller\"]");
        }
        return names;
    }

    int whole(String name, int least, int most, int otherwise) {
        Node value = node(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Node.Other other && other.written().matches("\\d{1,6}")) {
            int number = Integer.parseInt(other.written());
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.add(
                value.place(), name + " is " + value.kind() + ": must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    /** True or false; false if it is not there. */
    boolean flag(String name) {
        Node value = node(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Node.Other other
                && (other.written().equals("true") || other.written().equals("false"))) {
            return other.written().equals("true");
        }
        problems.add(value.place(), name + " is " + value.kind() + ": must be true or false");
        return false;
    }

    /** The members of an object that the file's author names. */
    Map<String, Node.Member> named(String name, Name kind) {
        Node value = node(name);
        if (value == null) {
            return Map.of();
        }
        MemberReader reader = new MemberReader(value, problems, name);
        Map<String, Node.Member> members = new LinkedHashMap<>();
        reader.node.members().forEach((id, member) -> {
            if (kind.matches(id)) {
                members.put(id, member);
            } else {
                problems.add(member.place(), "'" + id + "' must be " + kind.allowed());
            }
        });
        return members;
    }

    List<Node> elements(String name) {
        Node value = node(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Node.Elements list) {
            return list.elements();
        }
        problems.add(value.place(), name + " is " + value.kind() + ": must be a list");
        return List.of();
    }

    /** Notes the members that nobody has asked for. */
    void refuseOthers() {
        node.members().forEach((name, member) -> {
            if (!known.contains(name)) {
                problems.add(
                        member.place(), "'" + name + "' is not known here; allowed are " + String.join(", ", known));
            }
        });
    }
}
