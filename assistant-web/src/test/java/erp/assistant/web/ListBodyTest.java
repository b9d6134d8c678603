package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.Question;
import erp.assistant.record.Asker;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListBodyTest {

    private static final Asker ANNA = new Asker("anna", role -> true, Locale.ENGLISH);

    private static ListQuery asked(String list) {
        Question question = AskRequest.parse("{\"question\":\"Which are overdue?\",\"list\":" + list + "}")
                .question(ANNA);
        assertThat(question.about()).isEqualTo(RecordRef.ofList("invoice"));
        return question.list().orElseThrow();
    }

    @Test
    void filtersAndSortBecomeAQuery() {
        assertThat(asked("""
                {"type": "invoice", "sort": "-dueDate", "limit": 20, "groupBy": "customer", "filters": [
                  {"field": "status", "operator": "eq", "value": "open"},
                  {"field": "open", "operator": "gt", "value": 100.50},
                  {"field": "disputed", "value": false},
                  {"field": "city", "value": ["Ulm", "Bonn"]}]}"""))
                .isEqualTo(new ListQuery(
                        List.of(
                                ListFilter.of("status", ListOperator.EQ, "open"),
                                new ListFilter(
                                        "open",
                                        ListOperator.GT,
                                        List.of(new Value.Quantity(new BigDecimal("100.50"), ""))),
                                new ListFilter("disputed", ListOperator.EQ, List.of(new Value.Flag(false))),
                                new ListFilter(
                                        "city",
                                        ListOperator.IN,
                                        List.of(new Value.Text("Ulm"), new Value.Text("Bonn")))),
                        List.of(new ListSort("dueDate", true)),
                        "customer",
                        20));
    }

    @Test
    void aQueryStringSaysTheSame() {
        assertThat(
                        asked(
                                "{\"type\": \"invoice\", \"query\": \"status=open&dueDate.lt=2026-11-22&city=Ulm&city=Bad%20Urach&sort=-dueDate,number\"}"))
                .isEqualTo(new ListQuery(
                        List.of(
                                ListFilter.of("status", ListOperator.EQ, "open"),
                                ListFilter.of("dueDate", ListOperator.LT, "2026-11-22"),
                                new ListFilter(
                                        "city",
                                        ListOperator.IN,
                                        List.of(new Value.Text("Ulm"), new Value.Text("Bad Urach")))),
                        List.of(new ListSort("dueDate", true), new ListSort("number", false)),
                        "",
                        ListQuery.USUAL_LIMIT));
        assertThat(ListWords.of("")).isEqualTo(ListQuery.ALL);
        assertThat(ListWords.of("status=&sort=")).isEqualTo(ListQuery.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filters\": []}|The body needs type as a text",
                "{\"type\": \"Invoice\"}|record type must be lower case words",
                "{\"type\": \"invoice\", \"filters\": [{\"value\": 1}]}|The body needs field as a text",
                "{\"type\": \"invoice\", \"filters\": [{\"field\": \"a\"}]}|filter on a must have one value",
                "{\"type\": \"invoice\", \"filters\": [{\"field\": \"a\", \"operator\": \"like\", \"value\": 1}]}|The operator 'like' is not known. Allowed: eq, ne, lt",
                "{\"type\": \"invoice\", \"filters\": [{\"field\": \"a\", \"value\": {}}]}|A filter's value must be a text, a number, or true or false",
                "{\"type\": \"invoice\", \"limit\": 201}|a list's limit is 1 to 200",
                "{\"type\": \"invoice\", \"limit\": 1.5}|limit must be a whole number",
                "{\"type\": \"invoice\", \"query\": \"a.like=1\"}|The operator 'like' is not known",
                "{\"type\": \"invoice\", \"query\": \"a=%zz\"}|not a valid query string",
                "{\"type\": \"invoice\", \"query\": \"limit=many\"}|a list's limit is 1 to 200"
            })
    void whatIsWrongIsSaid(String list, String message) {
        assertThatThrownBy(() -> asked(list)).hasMessageContaining(message);
    }

    @Test
    void aQuestionIsAboutARecordOrAListAndNotBoth() {
        assertThatThrownBy(() -> AskRequest.parse(
                        "{\"question\":\"?\",\"list\":{\"type\":\"a\"},\"record\":{\"type\":\"a\",\"id\":\"1\"}}"))
                .hasMessageContaining("a record and a list");
    }
}
