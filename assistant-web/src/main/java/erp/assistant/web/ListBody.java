package erp.assistant.web;

import erp.assistant.record.ListFilter;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.Value;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * The {@code list} of a question's body: {@code {"type": "customer-invoice", "filters": [{"field": "status", "operator": "eq", "value":
 * "OPEN"}], "sort": "-due"}}, or with a {@code query} such as {@code status=OPEN&sort=-due} instead of the filters.
 */
record ListBody(String type, ListQuery rows) {

    static ListBody of(JsonBody list) {
        String query = list.optional("query");
        return new ListBody(list.required("type"), query.isEmpty() ? asked(list) : ListWords.of(query));
    }

    private static ListQuery asked(JsonBody list) {
        try {
            return new ListQuery(
                    list.objects("filters").stream().map(ListBody::filter).toList(),
                    list.textOrTexts("sort").stream().map(ListSort::of).toList(),
                    list.optional("groupBy"),
                    list.optionalNumber("limit", ListQuery.USUAL_LIMIT));
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The list cannot be asked for so: " + e.getMessage() + ".");
        }
    }

    private static ListFilter filter(JsonBody filter) {
        String operator = filter.optional("operator");
        return ListWords.filter(
                filter.required("field"),
                ListWords.operator(operator.isEmpty() ? "eq" : operator),
                filter.values("value").stream().map(ListBody::value).toList());
    }

    private static Value value(JsonValue json) {
        if (json instanceof JsonString text) {
            return new Value.Text(text.getString());
        }
        if (json instanceof JsonNumber number) {
            return new Value.Quantity(number.bigDecimalValue(), "");
        }
        if (JsonValue.TRUE.equals(json) || JsonValue.FALSE.equals(json)) {
            return new Value.Flag(JsonValue.TRUE.equals(json));
        }
        throw JsonBody.invalid("A filter's value must be a text, a number, or true or false.");
    }
}
