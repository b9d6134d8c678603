package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.RecordContext;
import erp.assistant.record.Asker;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Withheld;
import erp.assistant.report.RecordMappings;
import erp.assistant.report.Rehearsal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalResourceTest {

    private static final RecordRef ORDER = new RecordRef("sales-order", "4711");

    private static final Withheld MARGIN = new Withheld("margin", "Margin", "needs the role controller");

    private final List<ListQuery> queries = new ArrayList<>();
    private final RehearsalResource resource = new RehearsalResource(new Rehearsal() {
        @Override
        public Result rehearse(String admin, Asker as, RecordRef record) {
            assertRights(admin, as);
            RecordContext.Link customer = new RecordContext.Link("customer", new RecordRef("customer", "10017"));
            return new Result(
                    context(record, "Sales order 4711", "customer").withLinks(List.of(customer)), List.of(MARGIN));
        }

        @Override
        public Listed rehearseList(String admin, Asker as, String type, ListQuery rows) {
            assertRights(admin, as);
            queries.add(rows);
            RecordList list = new RecordList(
                    type,
                    "Sales orders",
                    List.of(
                            ListColumn.of("status", "Status", Kind.TEXT).choosing(List.of("OPEN", "LATE")),
                            ListColumn.of("net", "Net", Kind.MONEY)
                                    .filteredWith(ListOperator.LT, ListOperator.GE)
                                    .with(ListAggregate.MAX, ListAggregate.SUM)
                                    .as(Sensitivity.CONFIDENTIAL)));
            return new Listed(
                    context(RecordRef.ofList(type), "Sales orders", "rows.4711.customer"), list, List.of(MARGIN));
        }
    });

    private static void assertRights(String admin, Asker as) {
        assertThat(admin).isEqualTo("adam");
        assertThat(as.hasRole("sales")).isTrue();
        assertThat(as.hasRole("assistant-admin"))
                .as("a role of the admin's own")
                .isFalse();
    }

    private static RecordContext context(RecordRef record, String label, String field) {
        return new RecordContext(
                record,
                label,
                "7",
                Instant.parse("2026-11-20T09:00:00Z"),
                List.of(new RecordContext.Sent(field, "Customer", "Meyer", Sensitivity.PUBLIC, false)),
                List.of(),
                412,
                List.of());
    }

    private String rehearse(String user, List<String> roles) {
        return resource.rehearse("adam", user, roles, ORDER, Locale.ENGLISH);
    }

    @Test
    void theAnswerIsTheContextWithWhatIsWithheldAndAsWhom() {
        assertThat(rehearse("anna", List.of("assistant-user", "sales"))).isEqualTo("""
                {"record":{"type":"sales-order","id":"4711","label":"Sales order 4711","version":"7",\
                "asOf":"2026-11-20T09:00:00Z"},"fields":[{"id":"customer","label":"Customer","value":"Meyer",\
                "sensitivity":"public","masked":false,"link":{"type":"customer","id":"10017"}}],"leftOut":[],\
                "estimatedTokens":412,"actions":[],\
                "withheld":[{"id":"margin","label":"Margin","reason":"needs the role controller"}],\
                "as":{"user":"anna","roles":["assistant-user","sales"]}}""");
    }

    @Test
    void ofAListTheAnswerSaysAlsoWhatMayBeDoneWithItsColumns() {
        String answer = resource.rehearseList(
                "adam", "anna", List.of("sales"), "sales-order", ListWords.of("status=LATE&sort=-net"), Locale.ENGLISH);

        assertThat(answer).isEqualTo("""
                {"record":{"type":"sales-order","id":"","label":"Sales orders","version":"7",\
                "asOf":"2026-11-20T09:00:00Z"},"fields":[{"id":"rows.4711.customer","label":"Customer","value":"Meyer",\
                "sensitivity":"public","masked":false}],"leftOut":[],"estimatedTokens":412,"actions":[],\
                "withheld":[{"id":"margin","label":"Margin","reason":"needs the role controller"}],\
                "as":{"user":"anna","roles":["sales"]},"columns":[\
                {"id":"status","label":"Status","sensitivity":"public","filter":["eq","in"],"choices":["OPEN","LATE"],\
                "sort":false,"group":true,"aggregates":[]},\
                {"id":"net","label":"Net","sensitivity":"confidential","filter":["lt","ge"],"choices":[],\
                "sort":false,"group":false,"aggregates":["sum","max"]}]}""");
        assertThat(queries).singleElement().satisfies(query -> {
            assertThat(query.filters()).containsExactly(ListFilter.of("status", ListOperator.EQ, "LATE"));
            assertThat(query.sort()).containsExactly(new ListSort("net", true));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "an\nna"})
    void asWhomMustBeSaid(String user) {
        assertThat(catchThrowableOfType(AssistantException.class, () -> rehearse(user, List.of("sales")))
                        .problem()
                        .detail())
                .isEqualTo("user must be the login of the person whose rights are rehearsed.");
    }

    @Test
    void aRoleThatIsNamedTwiceIsHeldOnce() {
        assertThat(rehearse("anna", List.of("sales", "sales"))).contains("\"roles\":[\"sales\"]");
    }

    @Test
    void theMappingFilesAreTold() {
        RecordMappings mappings = new RecordMappings() {
            @Override
            public List<State> states() {
                return List.of(
                        new State("a.json", "order", true, List.of()),
                        new State("b.json", "", false, List.of("b.json line 1, column 1: no")));
            }

            @Override
            public String propose(String dataSource, String table) {
                return dataSource + "/" + table;
            }
        };

        assertThat(new MappingsResource(mappings).states()).isEqualTo("""
                {"mappings":[{"file":"a.json","type":"order","inForce":true,"problems":[]},\
                {"file":"b.json","type":"","inForce":false,"problems":["b.json line 1, column 1: no"]}]}""");
        assertThat(new DescribeResource(mappings).describe("jdbc/erp", "orders"))
                .isEqualTo("jdbc/erp/orders");
    }
}
