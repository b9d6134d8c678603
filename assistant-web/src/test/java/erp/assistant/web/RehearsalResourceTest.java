package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.RecordContext;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Withheld;
import erp.assistant.report.RecordMappings;
import erp.assistant.report.Rehearsal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalResourceTest {

    private static final RecordRef ORDER = new RecordRef("sales-order", "4711");

    private final RehearsalResource resource = new RehearsalResource(RehearsalResourceTest::rehearse);

    private static Rehearsal.Result rehearse(String admin, Asker as, RecordRef record) {
        assertThat(admin).isEqualTo("adam");
        assertThat(as.hasRole("sales")).isTrue();
        assertThat(as.hasRole("assistant-admin"))
                .as("a role of the admin's own")
                .isFalse();
        RecordContext context = new RecordContext(
                record,
                "Sales order 4711",
                "7",
                Instant.parse("2026-11-20T09:00:00Z"),
                List.of(new RecordContext.Sent("customer", "Customer", "Meyer", Sensitivity.PUBLIC, false)),
                List.of(),
                412,
                List.of(),
                List.of(new RecordContext.Link("customer", new RecordRef("customer", "10017"))));
        return new Rehearsal.Result(context, List.of(new Withheld("margin", "Margin", "needs the role controller")));
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
