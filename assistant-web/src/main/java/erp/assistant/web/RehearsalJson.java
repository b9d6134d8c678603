package erp.assistant.web;

import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListOperator;
import erp.assistant.record.RecordList;
import erp.assistant.record.Withheld;
import erp.assistant.report.Rehearsal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a rehearsal found, as JSON: the context as the asker would get it, with what only an admin is told. */
final class RehearsalJson {

    private RehearsalJson() {}

    static String of(Rehearsal.Result result, String user, Set<String> roles) {
        return with(ContextJson.of(result.context()), result.withheld(), user, roles)
                .build()
                .toString();
    }

    static String of(Rehearsal.Listed result, String user, Set<String> roles) {
        return with(ContextJson.of(result.context()), result.withheld(), user, roles)
                .add("columns", columns(result.list()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder with(
            JsonObjectBuilder context, List<Withheld> hidden, String user, Set<String> roles) {
        JsonArrayBuilder withheld = WebJson.array();
        hidden.forEach(each -> withheld.add(
                WebJson.object().add("id", each.id()).add("label", each.label()).add("reason", each.reason())));
        return context.add("withheld", withheld)
                .add("as", WebJson.object().add("user", user).add("roles", texts(roles)));
    }

    private static JsonArrayBuilder columns(RecordList list) {
        JsonArrayBuilder columns = WebJson.array();
        list.columns().forEach(column -> columns.add(column(column)));
        return columns;
    }

    private static JsonObjectBuilder column(ListColumn column) {
        return WebJson.object()
                .add("id", column.id())
                .add("label", column.label())
                .add("sensitivity", column.sensitivity().name().toLowerCase(Locale.ROOT))
                .add(
                        "filter",
                        texts(column.operators().stream()
                                .sorted()
                                .map(ListOperator::key)
                                .toList()))
                .add("choices", texts(column.choices()))
                .add("sort", column.sortable())
                .add("group", column.groupable())
                .add(
                        "aggregates",
                        texts(column.aggregates().stream()
                                .sorted()
                                .map(ListAggregate::key)
                                .toList()));
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = WebJson.array();
        texts.forEach(array::add);
        return array;
    }
}
