package erp.assistant.impl.mapping;

import static erp.assistant.impl.mapping.Erp.asker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.prompt.TestSettings;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.RecordSource;
import erp.assistant.record.RecordSources;
import erp.assistant.report.RecordMappings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // the folder is JUnit's
class MappingsTest {

    @TempDir
    private Path folder;

    private final Erp erp = Erp.filled();
    private DataSource database = erp.dataSource();
    private final Mappings mappings = new Mappings(this::settings, Erp.CLOCK, name -> {
        if (!name.equals("jdbc/erp")) {
            throw new IllegalStateException("the server has no data source " + name);
        }
        return database;
    });

    private Settings settings() {
        return TestSettings.USUAL.build(Optional.of(folder));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        mappings.refresh();
    }

    private List<String> types() {
        return mappings.sources().stream().map(RecordSource::type).toList();
    }

    private List<String> problems() {
        return mappings.states().stream()
                .flatMap(state -> state.problems().stream())
                .toList();
    }

    private BusinessRecord order() {
        return mappings.sources().iterator().next().find("4711", asker("anna")).orElseThrow();
    }

    @Test
    void aFileThatIsPutIntoTheFolderShowsItsTypeAndOneThatIsTakenAwayDoesNot() throws IOException {
        mappings.refresh();
        assertThat(types()).isEmpty();

        write("order.json", Erp.ORDERS);
        assertThat(types()).containsExactly("order");
        assertThat(order().label()).isEqualTo("Order 4711");
        assertThat(mappings.states()).containsExactly(new RecordMappings.State("order.json", "order", true, List.of()));

        Files.delete(folder.resolve("order.json"));
        mappings.refresh();
        assertThat(types()).isEmpty();
        assertThat(mappings.states()).isEmpty();
    }

    @Test
    void aFileThatBecomesWrongShowsNothingAnyMoreUntilItIsRight() throws IOException {
        write("order.json", Erp.ORDERS);

        write("order.json", Erp.ORDERS.replace(":user)", "'anna')"));
        assertThat(types()).isEmpty();
        assertThat(problems()).singleElement().asString().contains("order.json line 6, column 16: rowFilter must be");

        write("order.json", Erp.ORDERS);
        assertThat(types()).containsExactly("order");
    }

    @Test
    void aWrongFileDoesNotStopAnother() throws IOException {
        write("bad.json", "{");
        write("order.json", Erp.ORDERS);

        assertThat(types()).containsExactly("order");
        assertThat(problems()).singleElement().asString().startsWith("bad.json line 1");
    }

    @Test
    void whatTheDatabaseDoesNotKnowIsTold() throws IOException {
        write(
                "order.json",
                Erp.ORDERS
                        .replace("\"orderedOn\": {", "\"orderedOnDay\": {")
                        .replace("\"label\": \"Customer\", ", "\"label\": \"Customer\", \"type\": \"money\", ")
                        .replace("\"max\": \"price\"", "\"max\": \"item\"")
                        .replace("\"version\": \"changed_at\"", "\"version\": \"changed\"")
                        .replace(
                                "COUNT(*) positions FROM line WHERE order_id = :record.id",
                                "1 x FROM line WHERE order_id = :record.key"));

        assertThat(types()).isEmpty();
        assertThat(problems())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith(
                                        "order.json line 1, column 1: version: the query has no column changed, or several; it has blocked,"),
                        one -> assertThat(one)
                                .contains("line 14, column 17: customer has the type money, but its column is a text"),
                        one -> assertThat(one).contains("orderedOnDay: the query has no column orderedOnDay"),
                        one -> assertThat(one).contains(":record.key: the query has no column key"),
                        one -> assertThat(one).contains("dearest has the type money, but its column is a text"));
    }

    @Test
    void aQueryThatTheDatabaseRefusesIsToldInItsWords() throws IOException {
        write("order.json", Erp.ORDERS.replace("FROM orders o", "FROM ordres o"));

        assertThat(types()).isEmpty();
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("order.json: jdbc/erp does not take a query: Table \"ORDRES\" not found");
    }

    @Test
    void anErpThatMakesItsTablesLaterIsShownThen() throws IOException {
        Erp late = Erp.empty();
        database = late.dataSource();
        write("order.json", Erp.ORDERS);
        assertThat(types()).isEmpty();

        late.createTables();
        mappings.refresh();

        assertThat(types()).containsExactly("order");
    }

    @Test
    void aDataSourceThatTheServerDoesNotHaveIsNamed() throws IOException {
        write("order.json", Erp.ORDERS.replace("jdbc/erp", "jdbc/other"));

        assertThat(problems()).containsExactly("order.json: the server has no data source jdbc/other");
    }

    @Test
    void ofTwoFilesWithOneTypeNeitherIsUsed() throws IOException {
        write("a.json", Erp.ORDERS);
        write("b.json", Erp.ORDERS);

        assertThat(types()).isEmpty();
        assertThat(problems())
                .containsExactly(
                        "a.json: the record type order is also shown by b.json; remove one",
                        "b.json: the record type order is also shown by a.json; remove one");

        Files.delete(folder.resolve("a.json"));
        mappings.refresh();
        assertThat(types()).containsExactly("order");
    }

    @Test
    void whatAnApplicationShowsByCodeNoFileReplaces() throws IOException {
        write("order.json", Erp.ORDERS);
        RecordSource code = new RecordSource() {
            @Override
            public String type() {
                return "order";
            }

            @Override
            public Optional<BusinessRecord> find(String id, Asker asker) {
                return Optional.empty();
            }
        };

        try (RecordSources.Registration registration = RecordSources.register(code)) {
            assertThat(registration).isNotNull();
            mappings.refresh();
            assertThat(types()).isEmpty();
            assertThat(problems())
                    .singleElement()
                    .asString()
                    .contains("is also shown by " + code.getClass().getName());
        }
        mappings.refresh();
        assertThat(types()).containsExactly("order");
    }

    @Test
    void otherFilesInTheFolderAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mapping.schema.json"), "{}");
        Files.writeString(folder.resolve("order.json.bak"), "{}");
        Files.createDirectory(folder.resolve("old.json"));
        mappings.refresh();

        assertThat(mappings.states()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextIsToldNotGuessed() throws IOException {
        Files.write(folder.resolve("order.json"), Erp.ORDERS.getBytes(StandardCharsets.UTF_16));
        mappings.refresh();

        assertThat(problems()).containsExactly("order.json cannot be read as UTF-8 text of at most 256 KB");
    }

    @Test
    void aFolderThatVanishesShowsNothing() throws IOException {
        write("order.json", Erp.ORDERS);
        Files.delete(folder.resolve("order.json"));
        Files.delete(folder);

        mappings.refresh();

        assertThat(types()).isEmpty();
    }

    @Test
    void aProposalIsRefusedUntilSomebodyHasDecidedWhoMaySeeWhat() throws IOException {
        String proposal = mappings.propose("jdbc/erp", "orders");

        write("orders.json", proposal);
        assertThat(types()).isEmpty();
        assertThat(problems())
                .containsExactly(
                        "orders.json line 6, column 16: rowFilter must be a condition that depends on :user, or everybody");

        write("orders.json", proposal.replace("\"decide\"", "\"everybody\""));
        assertThat(problems()).isEmpty();
        BusinessRecord order =
                mappings.sources().iterator().next().find("1", asker("anna")).orElseThrow();
        assertThat(order.label()).isEqualTo("Orders 1");
        assertThat(order.rows().get(0).total()).isEqualTo(3);
    }

    @Test
    void aProposalTakesNamesThatFrightenForSecretOrPersonal() {
        String proposal = mappings.propose("jdbc/erp", "CUSTOMER");

        assertThat(proposal)
                .contains("\"iban\": {\"label\": \"Iban\", \"column\": \"iban\", \"sensitivity\": \"secret\"}")
                .contains("\"sensitivity\": \"personal\"}")
                .contains("\"birthDate\": {\"label\": \"Birth date\"");
        assertThat(mappings.propose("jdbc/erp", "PUBLIC.orders"))
                .contains("\"total\": {\"label\": \"Total\", \"column\": \"total\", \"type\": \"money\"}")
                .contains("\"currency\": {\"column\": \"currency\"}")
                .contains("\"link\": {\"type\": \"customer\", \"column\": \"customer_id\"}")
                .contains("WHERE c.order_id = :record.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "orders; DROP TABLE orders", "%", ""})
    void aTableThatIsNoneIsNotProposed(String table) {
        assertThat(catchThrowableOfType(AssistantException.class, () -> mappings.propose("jdbc/erp", table))
                        .problem()
                        .detail())
                .startsWith("table must be the name of one table or view of jdbc/erp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://127.0.0.1/x", "jdbc/assistant", "", "java:comp/env"})
    void onlyADataSourceOfTheServerIsDescribed(String dataSource) {
        assertThatThrownBy(() -> mappings.propose(dataSource, "orders")).isInstanceOf(AssistantException.class);
    }
}
