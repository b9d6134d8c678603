package erp.assistant.impl.mapping;

import erp.assistant.record.Importance;
import erp.assistant.record.Sensitivity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a mapping file and notes everything that is wrong with it at once. For one file and one thread. */
final class MappingReader {

    static final int MOST_ROWS = 200;

    private static final int USUAL_ROWS = 20;
    private static final String EVERYBODY = "everybody";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,2})s");
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);
    private static final int LONGEST_TIMEOUT = 30;
    private static final Sql NOTHING = Sql.plain("");

    private final String file;
    private final Problems problems;

    private MappingReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a text; empty if anything is wrong with it, which is noted. */
    static Optional<Mapping> read(String file, String text, Problems problems) {
        Node.Members node = NodeReader.read(text, problems);
        if (!problems.none() && node.members().isEmpty()) {
            return Optional.empty();
        }
        Mapping mapping = new MappingReader(file, problems).mapping(new MemberReader(node, problems, "the file"));
        return problems.none() ? Optional.of(mapping) : Optional.empty();
    }

    private Mapping mapping(MemberReader in) {
        in.node("$schema");
        String type = in.required("type", Name.TYPE.allowed(), Name.TYPE::check).orElse("");
        String dataSource = in.required("dataSource", Name.DATA_SOURCE.allowed(), MappingReader::dataSource)
                .orElse("");
        in.require("label", "what staff call a record, such as Purchase order {number}");
        Localised label = in.localised("label").orElseGet(() -> Localised.of(type));
        IdType idType = in.text("idType", IdType.words(), MappingReader::idType).orElse(IdType.TEXT);
        Set<String> roles = in.names("roles", Name.ROLE);
        Optional<Sql> rolesQuery = query(in, "rolesQuery", Set.of(Parameters.USER));
        rolesQuery.ifPresent(
                sql -> require(sql.uses(Parameters.USER), in.place("rolesQuery"), "rolesQuery must use :user"));
        Optional<Sql> rowFilter = rowFilter(in);
        in.require("query", "the SQL that finds the record of :id");
        Optional<Sql> query =
                query(in, "query", Set.of(Parameters.ID, Parameters.USER, Parameters.LANGUAGE, Parameters.TODAY));
        query.ifPresent(sql -> require(sql.uses(Parameters.ID), in.place("query"), "query must use :id"));
        Optional<String> version = in.text("version", Name.COLUMN.allowed(), Name.COLUMN::check);
        Optional<String> organisation = in.text("organisation", Name.COLUMN.allowed(), Name.COLUMN::check);
        Optional<Unit> currency = FieldReader.currency(in, problems);
        Duration timeout = in.text("timeout", "1s to " + LONGEST_TIMEOUT + "s", MappingReader::timeout)
                .orElse(USUAL_TIMEOUT);
        FieldReader fieldReader = new FieldReader(problems, currency);
        List<MappedField> fields = fieldReader.fields(in, Importance.NORMAL);
        List<MappedFacts> facts = facts(in, fieldReader);
        List<MappedRows> rows = rows(in, fieldReader);
        checkIds(shown(fields, facts));
        List<MappedAction> actions = actions(in, shown(fields, facts));
        Optional<MappedList> list = new ListReader(problems, fieldReader).read(in, this::ofList, this::actions);
        in.refuseOthers();
        checkLabel(label, in.place("label"), fields);
        return new Mapping(
                file,
                type,
                dataSource,
                label,
                idType,
                roles,
                rolesQuery,
                rowFilter,
                query.orElse(NOTHING),
                version,
                organisation,
                timeout,
                fields,
                facts,
                rows,
                actions,
                list);
    }

    private static List<MappedField> shown(List<MappedField> fields, List<MappedFacts> facts) {
        return Stream.concat(fields.stream(), facts.stream().flatMap(each -> each.fields().stream()))
                .toList();
    }

    /** A query about all records: the row filter, not an identifier, says which of them an asker sees. */
    private Sql ofList(MemberReader in, String name) {
        in.require(name, "SQL that finds all records, without :id");
        return query(in, name, Set.of(Parameters.USER, Parameters.LANGUAGE, Parameters.TODAY))
                .orElse(NOTHING);
    }

    /** The condition, or nothing for everybody; that nobody has said who may see a record is a mistake. */
    private Optional<Sql> rowFilter(MemberReader in) {
        String allowed = "a condition that depends on :user, or " + EVERYBODY;
        in.require("rowFilter", allowed);
        if (in.node("rowFilter") instanceof Node.Text text && text.text().equals(EVERYBODY)) {
            return Optional.empty();
        }
        Optional<Sql> filter = in.sql("rowFilter", Sql::parse);
        filter.ifPresent(sql -> {
            checkParameters(sql, in.place("rowFilter"), Set.of(Parameters.USER, Parameters.TODAY), false);
            require(sql.uses(Parameters.USER), in.place("rowFilter"), "rowFilter must be " + allowed);
        });
        return filter;
    }

    private Optional<Sql> query(MemberReader in, String name, Set<String> allowed) {
        Optional<Sql> sql = in.sql(name, Sql::query);
        sql.ifPresent(query -> checkParameters(query, in.place(name), allowed, false));
        return sql;
    }

    /** A query about a record that has been found: it must be tied to it, or it would read other records' rows. */
    private Sql ofRecord(MemberReader in) {
        in.require("query", "SQL that is tied to the record by :record. and one of its columns");
        Optional<Sql> sql = in.sql("query", Sql::query);
        sql.ifPresent(query -> {
            checkParameters(
                    query, in.place("query"), Set.of(Parameters.USER, Parameters.LANGUAGE, Parameters.TODAY), true);
            require(
                    query.usesRecord(),
                    in.place("query"),
                    "query must be tied to the record by :record. and a column of its query, such as :record.id");
        });
        return sql.orElse(NOTHING);
    }

    private void checkParameters(Sql sql, Place place, Set<String> allowed, boolean ofRecord) {
        for (String name : sql.parameters()) {
            boolean known = ofRecord && name.startsWith(Parameters.RECORD) || allowed.contains(name);
            require(
                    known,
                    place,
                    ":" + name + " is not known here; allowed are "
                            + Stream.concat(
                                            allowed.stream().sorted().map(each -> ":" + each),
                                            ofRecord ? Stream.of(":record.column") : Stream.empty())
                                    .reduce((one, other) -> one + ", " + other)
                                    .orElse(""));
        }
    }

    private List<MappedFacts> facts(MemberReader in, FieldReader fieldReader) {
        List<MappedFacts> facts = new ArrayList<>();
        for (Node node : in.elements("facts")) {
            MemberReader each = new MemberReader(node, problems, "an element of facts");
            facts.add(new MappedFacts(each.place(), ofRecord(each), fieldReader.fields(each, Importance.FACT)));
            each.refuseOthers();
        }
        return facts;
    }

    private List<MappedRows> rows(MemberReader in, FieldReader fieldReader) {
        List<MappedRows> rows = new ArrayList<>();
        in.named("rows", Name.FIELD).forEach((id, member) -> {
            MemberReader each = new MemberReader(member.value(), problems, "the rows " + id);
            each.require("label", "what the screen calls the rows");
            List<MappedField> fields = fieldReader.fields(each, Importance.NORMAL);
            List<MappedTotal> totals = fieldReader.totals(each);
            checkIds(fields);
            rows.add(new MappedRows(
                    each.place(),
                    id,
                    each.localised("label").orElseGet(() -> Localised.of(id)),
                    ofRecord(each),
                    each.text("key", Name.COLUMN.allowed(), Name.COLUMN::check),
                    each.required("order", Name.ORDER.allowed(), Name.ORDER::check)
                            .orElse(""),
                    each.whole("cap", 1, MOST_ROWS, USUAL_ROWS),
                    each.names("roles", Name.ROLE),
                    fields,
                    totals));
            each.refuseOthers();
        });
        return rows;
    }

    private List<MappedAction> actions(MemberReader in, List<MappedField> fields) {
        Set<String> ids = new HashSet<>();
        fields.forEach(field -> ids.add(field.id()));
        List<MappedAction> actions = new ArrayList<>();
        in.named("actions", Name.ACTION).forEach((id, member) -> {
            MemberReader each = new MemberReader(member.value(), problems, "the action " + id);
            each.require("label", "what the button says");
            each.require("question", "what is asked when it is pressed");
            Optional<String> when = each.text("when", "the id of a field", text -> {
                if (!ids.contains(text)) {
                    throw new IllegalArgumentException(text);
                }
                return text;
            });
            actions.add(new MappedAction(
                    id,
                    each.localised("label").orElseGet(() -> Localised.of(id)),
                    each.localised("question").orElseGet(() -> Localised.of(id)),
                    when));
            each.refuseOthers();
        });
        return actions;
    }

    private void checkIds(List<MappedField> fields) {
        Set<String> seen = new HashSet<>();
        for (MappedField field : fields) {
            require(seen.add(field.id()), field.place(), "the field " + field.id() + " is in this record already");
        }
    }

    /** A label is shown and sent to everybody who may see the record: it must not tell more than its fields may. */
    private void checkLabel(Localised label, Place place, List<MappedField> fields) {
        Consumer<String> check = name -> {
            Optional<MappedField> field =
                    fields.stream().filter(each -> each.id().equals(name)).findFirst();
            require(field.isPresent(), place, "label: {" + name + "} is no field of the record");
            field.ifPresent(named -> require(
                    named.sensitivity() == Sensitivity.PUBLIC && named.roles().isEmpty(),
                    place,
                    "label: {" + name + "} must be a public field that needs no role"));
        };
        for (String text : label.byLanguage().values()) {
            Matcher matcher = PLACEHOLDER.matcher(text);
            while (matcher.find()) {
                check.accept(matcher.group(1));
            }
        }
    }

    private void require(boolean condition, Place place, String what) {
        if (!condition) {
            problems.add(place, what);
        }
    }

    private static String dataSource(String text) {
        String name = Name.DATA_SOURCE.check(text);
        if (name.equals(MappedDataSources.LEDGER)) {
            throw new IllegalArgumentException("the ledger is no business data");
        }
        return name;
    }

    private static IdType idType(String text) {
        return Stream.of(IdType.values())
                .filter(type -> type.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Duration timeout(String text) {
        Matcher matcher = TIMEOUT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        int seconds = Integer.parseInt(matcher.group(1));
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(text);
        }
        return Duration.ofSeconds(seconds);
    }
}
