package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AnswerEvent.Recipient;
import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.report.AuditLog;
import erp.assistant.report.AuditLog.Entry;
import erp.assistant.report.AuditLog.PromptField;
import erp.assistant.report.AuditLog.Request;
import erp.assistant.report.AuditLog.Search;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditResourceTest {

    private static final PromptField LIMIT = new PromptField("creditLimit", "Credit limit", false, List.of());
    private static final PromptField CONTACT = new PromptField("contact", "Contact", true, List.of());
    private static final PromptField OPEN_QUANTITY =
            new PromptField("lines.*.open", "Open", false, List.of("10", "20"));
    private static final Entry ENTRY = new Entry(
            "c1",
            Instant.parse("2026-11-22T09:14:00Z"),
            "=cmd()",
            "DE",
            "sales",
            "sales-order",
            "4711",
            "why-late",
            "end",
            "backup",
            "m",
            "data/1+answer/4",
            Optional.of(List.of(LIMIT, CONTACT, OPEN_QUANTITY)),
            List.of(
                    new Request(1, new Recipient("anthropic", "EU"), List.of(LIMIT, CONTACT)),
                    new Request(3, new Recipient("openai", ""), List.of(LIMIT, CONTACT, OPEN_QUANTITY))),
            Optional.of(new Cost(1_200_000, Currency.getInstance("EUR"))),
            OptionalLong.of(7010));
    private static final Entry OPEN = new Entry(
            "c2",
            Instant.parse("2026-11-22T09:15:00Z"),
            "carl",
            "",
            "",
            "invoice",
            "1",
            "",
            "open",
            "",
            "",
            "t",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            OptionalLong.empty());

    @Test
    void aQuestionIsToldWithWhatIsNotKnownAsNull() {
        assertThat(AuditResource.json(List.of(ENTRY, OPEN))).isEqualTo("""
                {"questions":[{"call":"c1","askedAt":"2026-11-22T09:14:00Z","user":"=cmd()","department":"sales",\
                "organisation":"DE","recordType":"sales-order","recordId":"4711","action":"why-late","outcome":"end",\
                "source":"backup","model":"m","template":"data/1+answer/4","sentTo":[{"provider":"anthropic","region":"EU"},\
                {"provider":"openai","region":""}],\
                "cost":{"amount":"0.0012","currency":"EUR"},"values":4,"masked":1,"totalMs":7010},\
                {"call":"c2","askedAt":"2026-11-22T09:15:00Z","user":"carl","department":"","organisation":"",\
                "recordType":"invoice","recordId":"1","action":"","outcome":"open","source":"","model":"","template":"t",\
                "sentTo":[],"cost":null,"values":null,"masked":null,"totalMs":null}]}""");
    }

    @Test
    void oneQuestionTellsEachFieldThatWasSentAndNoValue() {
        AuditResource resource = new AuditResource(new Kept(List.of(ENTRY, OPEN)));

        assertThat(resource.question("c1")).endsWith("""
                "requests":[{"provider":"anthropic","region":"EU","attempt":1},{"provider":"openai","region":"","attempt":3}],\
                "fields":[{"id":"creditLimit","label":"Credit limit","masked":false,"rows":[],"requests":[1,3]},\
                {"id":"contact","label":"Contact","masked":true,"rows":[],"requests":[1,3]},\
                {"id":"lines.*.open","label":"Open","masked":false,"rows":["10","20"],"requests":[3]}]}""");
        assertThat(resource.question("c2")).as("not known").endsWith("\"requests\":[],\"fields\":null}");
    }

    @Test
    void aQuestionThatIsNotKeptIsNotFound() {
        AssistantException refusal = catchThrowableOfType(
                AssistantException.class, () -> new AuditResource(new Kept(List.of())).question("c1"));

        assertThat(refusal.problem().code()).isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"creditLimit", "lines.*.open", "lines.row-count", "found1rows.*.open"})
    void aFieldOrColumnIsLookedFor(String field) {
        assertThat(AuditResource.wanted("", "", "", "", "", "", "", "", field).field())
                .isEqualTo(field);
    }

    @Test
    void aCellIsNotLookedForSinceNothingWouldBeFound() {
        AssistantException refusal = catchThrowableOfType(
                AssistantException.class, () -> AuditResource.wanted("", "", "", "", "", "", "", "", "lines.10.open"));

        assertThat(refusal.problem().detail())
                .isEqualTo("field names a column with a star for its rows, such as lines.*.openQuantity.");
    }

    @Test
    void theFileRunsNothingInASpreadsheet() {
        assertThat(AuditResource.csv(List.of(ENTRY, OPEN))).isEqualTo("""
                call,asked_at,user,department,organisation,record_type,record_id,action,outcome,source,model,template,\
                sent_to,regions,prompt_values,prompt_masked,prompt_fields,sent_fields,cost,currency,total_ms\r
                c1,2026-11-22T09:14:00Z,'=cmd(),sales,DE,sales-order,4711,why-late,end,backup,m,data/1+answer/4,\
                anthropic openai,anthropic: EU,4,1,creditLimit contact(masked) lines.*.open[10 20],anthropic: creditLimit contact(masked); openai: all,0.001200000,EUR,7010\r
                c2,2026-11-22T09:15:00Z,carl,,,invoice,1,,open,,,t,,,,,,,,,\r
                """);
    }

    @Test
    void whatIsAskedIsLookedFor() {
        assertThat(AuditResource.wanted("2026-11-01", "2026-11-22", "anna", "t", "i", "d", "m", "end", "f"))
                .isEqualTo(new Search(
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-11-23T00:00:00Z"),
                        "anna",
                        "t",
                        "i",
                        "d",
                        "m",
                        "end",
                        "f"));
        assertThat(AuditResource.wanted("2026-11-01T08:00:00Z", "", "", "", "", "", "", "", ""))
                .extracting(Search::from)
                .isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday | '' | 0 | 50 | json | from must be a day such as 2026-11-22",
                "'' | 2026-13-01 | 0 | 50 | json | to must be a day",
                "'' | +999999999-12-31T00:00:00Z | 0 | 50 | json | to must be a day",
                "'' | '' | -1 | 50 | json | offset must be a whole number",
                "'' | '' | 0 | 1001 | json | limit must be a whole number from 1 to 1000.",
                "'' | '' | 0 | 50 | pdf | format must be json or csv.",
            })
    void whatIsWrongIsSaid(String from, String to, String offset, String limit, String format, String detail) {
        AssistantException refusal = catchThrowableOfType(
                AssistantException.class,
                () -> new AuditResource(new Kept(List.of()))
                        .search(from, to, "", "", "", "", "", "", "", offset, limit, format));

        assertThat(refusal.problem().detail()).startsWith(detail);
    }

    /** A log of these questions. */
    private record Kept(List<Entry> entries) implements AuditLog {

        @Override
        public List<Entry> search(Search search, int offset, int limit) {
            return entries;
        }

        @Override
        public Optional<Entry> question(String call) {
            return entries.stream().filter(entry -> entry.call().equals(call)).findFirst();
        }
    }
}
