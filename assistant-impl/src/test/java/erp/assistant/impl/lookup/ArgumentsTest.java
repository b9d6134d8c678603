package erp.assistant.impl.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Lookups.Call;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Value;
import jakarta.json.Json;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private final Arguments arguments =
            new Arguments(Set.of("invoice", "order"), text -> text.replace("{personal-1}", "Anna Kern"));

    private Wanted rows(String json) {
        return arguments.of(new Call("call_1", Tools.ROWS, json));
    }

    @Test
    void aCallBecomesATypedQuery() {
        assertThat(rows("""
                {"list": "invoice", "limit": 5, "group_by": "customer", "sort": ["-due", "number"], "filters": [
                  {"field": "status", "operator": "in", "values": ["OPEN", "OVERDUE"]},
                  {"field": "open", "operator": "gt", "values": [100.50]},
                  {"field": "late", "operator": "eq", "values": [true]},
                  {"field": "clerk", "operator": "eq", "values": ["{personal-1}"]}]}"""))
                .isEqualTo(new Wanted.OfList(
                        "invoice",
                        new ListQuery(
                                List.of(
                                        new ListFilter(
                                                "status",
                                                ListOperator.IN,
                                                List.of(new Value.Text("OPEN"), new Value.Text("OVERDUE"))),
                                        new ListFilter(
                                                "open",
                                                ListOperator.GT,
                                                List.of(new Value.Quantity(new BigDecimal("100.50"), ""))),
                                        new ListFilter("late", ListOperator.EQ, List.of(new Value.Flag(true))),
                                        ListFilter.of("clerk", ListOperator.EQ, "Anna Kern")),
                                List.of(new ListSort("due", true), new ListSort("number", false)),
                                "customer",
                                5)));
        assertThat(rows("{\"list\":\"order\"}"))
                .isEqualTo(new Wanted.OfList("order", new ListQuery(List.of(), List.of(), "", Tools.MOST_ROWS)));
        assertThat(arguments.of(new Call("c", Tools.RECORD, "{\"type\":\"order\",\"id\":\"CH:4712\"}")))
                .isEqualTo(new Wanted.OfRecord(new RecordRef("order", "CH:4712")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "find_rows|{}|'list' is missing",
                "find_rows|[]|not a JSON object",
                "find_rows|{\"list\": \"invoice\"|not a JSON object",
                "find_rows|{\"list\": \"payslip\"}|'list' must be one of invoice, order",
                "find_rows|{\"list\": \"invoice\", \"sql\": \"select 1\"}|Only these members are known here: list, filters, sort, group_by, limit",
                "find_rows|{\"list\": \"invoice\", \"filters\": {}}|'filters' must be an array",
                "find_rows|{\"list\": \"invoice\", \"filters\": [1]}|must be an object",
                "find_rows|{\"list\": \"invoice\", \"filters\": [{\"field\": \"a\", \"operator\": \"like\", \"values\": [\"x\"]}]}|There is no such operator",
                "find_rows|{\"list\": \"invoice\", \"filters\": [{\"field\": \"a\", \"operator\": \"eq\", \"values\": []}]}|must have one value",
                "find_rows|{\"list\": \"invoice\", \"filters\": [{\"field\": \"a\", \"operator\": \"eq\", \"values\": [null]}]}|must be texts, numbers",
                "find_rows|{\"list\": \"invoice\", \"filters\": [{\"field\": \"a\", \"operator\": \"eq\", \"values\": [\"x\"], \"or\": 1}]}|Only these members",
                "find_rows|{\"list\": \"invoice\", \"limit\": \"all\"}|'limit' must be a whole number",
                "find_rows|{\"list\": \"invoice\", \"limit\": 0}|a list's limit is 1 to",
                "find_rows|{\"list\": \"invoice\", \"limit\": 1e9}|'limit' must be a whole number",
                "find_rows|{\"list\": \"invoice\", \"sort\": [1]}|'sort' must be a text",
                "get_record|{\"type\": \"order\"}|'id' is missing",
                "get_record|{\"type\": \"order\", \"id\": \"\"}|'id' is missing",
                "get_record|{\"type\": \"../admin\", \"id\": \"1\"}|'type' must be one of",
                "run_sql|{}|There is no such tool"
            })
    void whatTheSchemaDoesNotKnowIsRefused(String tool, String json, String message) {
        assertThatThrownBy(() -> arguments.of(new Call("call_1", tool, json)))
                .isInstanceOf(WrongCallException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whateverAModelWritesIsRefusedOrTyped() {
        Random random = new Random(7);
        String valid =
                "{\"list\":\"invoice\",\"filters\":[{\"field\":\"a\",\"operator\":\"eq\",\"values\":[\"x\",1,true]}],\"limit\":3}";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder hostile = new StringBuilder(valid);
            for (int change = 0; change <= random.nextInt(3); change++) {
                hostile.setCharAt(random.nextInt(hostile.length()), (char) (random.nextInt(0x60) + 0x20));
            }
            try {
                assertThat(rows(hostile.toString())).isInstanceOf(Wanted.OfList.class);
            } catch (WrongCallException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void anEndlessCallIsNotRead() {
        assertThatThrownBy(() -> rows("[".repeat(100_000))).isInstanceOf(WrongCallException.class);
        assertThatThrownBy(() -> rows("{\"list\":" + "[".repeat(4_000))).isInstanceOf(WrongCallException.class);
    }

    @Test
    void theToolsSayWhatMayBeUsedForWhatAndNothingElse() {
        RecordList list = new RecordList(
                "invoice",
                "Invoices",
                "What customers owe.",
                List.of(
                        ListColumn.of("number", "Invoice", Kind.TEXT).usable(),
                        ListColumn.of("status", "Status", Kind.TEXT).choosing(List.of("OPEN", "PAID")),
                        ListColumn.of("note", "Note", Kind.TEXT)),
                List.of());

        assertThat(Tools.of(List.of())).isEmpty();
        assertThat(Tools.of(List.of(list))).hasSize(2).allSatisfy(tool -> {
            assertThat(tool.name()).matches("[a-z_]+");
            assertThat(Json.createReader(new StringReader(tool.schema()))
                            .readObject()
                            .getBoolean("additionalProperties"))
                    .isFalse();
        });
        assertThat(Tools.of(List.of(list)).get(0).description())
                .contains(
                        "invoice (Invoices: What customers owe.) number[filter,sort] status[filter OPEN/PAID,group] note");
    }
}
