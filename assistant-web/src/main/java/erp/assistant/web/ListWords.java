package erp.assistant.web;

import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads which rows of a list are wanted from a query string, as a list screen's address has it: {@code
 * status=open&dueDate.lt=2026-11-22&sort=-dueDate}.
 *
 * <p>A field's name alone means "is", a dash before a sorted field "greatest first"; a field that is named several times is one of
 * its values. {@code sort}, {@code groupBy} and {@code limit} are words of their own.
 */
final class ListWords {

    private ListWords() {}

    static ListQuery of(String queryString) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (String pair : queryString.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                named.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        List<String> sort = taken(named, "sort");
        List<String> groupBy = taken(named, "groupBy");
        List<String> limit = taken(named, "limit");
        try {
            return new ListQuery(
                    named.entrySet().stream()
                            .map(filter -> filter(filter.getKey(), filter.getValue()))
                            .toList(),
                    sort.stream()
                            .flatMap(fields -> Arrays.stream(fields.split(",", -1)))
                            .map(ListSort::of)
                            .toList(),
                    groupBy.isEmpty() ? "" : groupBy.get(0),
                    limit.isEmpty() ? ListQuery.USUAL_LIMIT : number(limit.get(0)));
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The list cannot be asked for so: " + e.getMessage() + ".");
        }
    }

    private static List<String> taken(Map<String, List<String>> named, String word) {
        List<String> values = named.remove(word);
        return values == null ? List.of() : values;
    }

    private static ListFilter filter(String name, List<String> values) {
        int dot = name.lastIndexOf('.');
        String field = dot < 0 ? name : name.substring(0, dot);
        ListOperator operator = dot < 0 ? ListOperator.EQ : operator(name.substring(dot + 1));
        return filter(
                field, operator, values.stream().<Value>map(Value.Text::new).toList());
    }

    /** "Is" with several values is "one of". */
    static ListFilter filter(String field, ListOperator operator, List<Value> values) {
        return new ListFilter(
                field, operator == ListOperator.EQ && values.size() > 1 ? ListOperator.IN : operator, values);
    }

    static ListOperator operator(String key) {
        return ListOperator.of(key)
                .orElseThrow(() -> JsonBody.invalid("The operator '"
                        + key.substring(0, Math.min(key.length(), 20)) + "' is not known. Allowed: "
                        + Arrays.stream(ListOperator.values())
                                .map(ListOperator::key)
                                .collect(Collectors.joining(", ")) + "."));
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a list's limit is 1 to " + ListQuery.MAX_LIMIT, e);
        }
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The list's filter is not a valid query string.");
        }
    }
}
