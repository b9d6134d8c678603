package erp.assistant.impl.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import erp.assistant.Question;
import erp.assistant.chat.Fact;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.TestSettings;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that nobody wrote for the assistant, on PostgreSQL, shown by one file. */
@SuppressWarnings("NullAway") // start has run
class ForeignSchemaTest {

    private static EmbeddedPostgres server;
    private static DataSource works;

    @TempDir
    private static Path folder;

    private static Mappings mappings;
    private static RecordSource orders;

    @BeforeAll
    static void start() throws IOException {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException | IllegalStateException e) {
            String refusal = "PostgreSQL does not start on this machine: " + e.getMessage();
            if (System.getenv("CI") == null) {
                abort(refusal);
            }
            fail(refusal + ", but CI is set");
        }
        works = server.getPostgresDatabase();
        execute(resource("foreign-schema.sql"));
        Files.writeString(folder.resolve("store-order.json"), resource("foreign-order.json"));
        mappings = new Mappings(
                () -> TestSettings.USUAL.withMaxPromptTokens(20_000).build(Optional.of(folder)),
                Erp.CLOCK,
                name -> works);
        mappings.refresh();
        assertThat(mappings.states())
                .allSatisfy(state -> assertThat(state.problems()).isEmpty());
        orders = mappings.sources().iterator().next();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static String resource(String name) {
        try (InputStream in = ForeignSchemaTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = works.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String gold(String sql) {
        try (Connection connection = works.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> facts(String number, String user) {
        Asker asker = new Asker(user, role -> false, Locale.ENGLISH);
        WrittenPrompt written = new PromptWriter(
                        () -> TestSettings.USUAL.withMaxPromptTokens(20_000).build(), Erp.CLOCK)
                .write(
                        new Question(
                                asker, "What is open, and what is it worth?", new RecordRef("store-order", number), ""),
                        orders.find(number, asker).orElseThrow());
        return written.prompt().facts().stream().collect(Collectors.toMap(Fact::id, Fact::value));
    }

    @Test
    void theSchemaHasMoreThanFiftyTablesAndTheFileLessThanFiftyLines() {
        assertThat(Integer.parseInt(gold("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema IN"
                        + " ('person', 'hr', 'production', 'purchasing', 'sales')")))
                .isGreaterThanOrEqualTo(50);
        assertThat(resource("foreign-order.json").lines().count()).isLessThanOrEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 17, 24, 60, 99})
    void whatThePromptTellsIsWhatSqlSays(int id) {
        Map<String, String> facts = facts("SO" + (43_000 + id), "paul");
        String of = " FROM sales.sales_order_detail d WHERE sales_order_id = " + id;

        assertThat(number(facts.get("openPieces")))
                .isEqualByComparingTo(gold("SELECT SUM(order_qty) - SUM(shipped_qty)" + of));
        assertThat(number(facts.get("openLines")))
                .isEqualByComparingTo(gold("SELECT COUNT(*)" + of + " AND order_qty > shipped_qty"));
        assertThat(number(facts.get("openValue")))
                .isEqualByComparingTo(gold("SELECT SUM(order_qty * unit_price) - SUM(shipped_qty * unit_price)" + of));
        assertThat(number(facts.get("margin")))
                .isEqualByComparingTo(gold("SELECT SUM(order_qty * unit_price) - SUM(order_qty * (SELECT standard_cost"
                        + " FROM production.product WHERE id = d.product_id))" + of));
        assertThat(number(facts.get("totalDue")))
                .isEqualByComparingTo(gold("SELECT sub_total + 14.75 FROM sales.sales_order_header WHERE id = " + id));
        assertThat(number(facts.get("lines.orderQty"))).isEqualByComparingTo(gold("SELECT SUM(order_qty)" + of));
        assertThat(facts.get("lines.row-count")).startsWith(gold("SELECT COUNT(*)" + of));
        assertThat(facts.get("store"))
                .isEqualTo(gold(
                        "SELECT s.name FROM sales.sales_order_header h JOIN sales.customer c ON c.id = h.customer_id"
                                + " JOIN sales.store s ON s.business_entity_id = c.store_id WHERE h.id = " + id));
        boolean shipped = id % 3 == 0;
        if (!shipped) {
            assertThat(number(facts.get("daysOverdue")))
                    .isEqualByComparingTo(gold(
                            "SELECT GREATEST(0, DATE '2026-11-20' - due_date) FROM sales.sales_order_header WHERE id = "
                                    + id));
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replaceAll("[^0-9.-]", ""));
    }

    @Test
    void theTerritoryDecidesWhoSeesAnOrderAndTheRoleWhichFields() {
        assertThat(orders.find("SO43002", Erp.asker("greta"))).isPresent();
        assertThat(orders.find("SO43002", Erp.asker("fritz"))).isEmpty();
        assertThat(orders.find("SO43003", Erp.asker("greta"))).isEmpty();
        assertThat(orders.find("SO43002", Erp.asker("stranger"))).isEmpty();
        assertThat(facts("SO43002", "greta")).doesNotContainKey("margin").containsKey("openValue");
        assertThat(facts("SO43002", "paul")).containsKey("margin");
    }

    @Test
    void whatWasReadCannotBeChangedOnTheWay() throws SQLException {
        execute("CREATE TABLE sales.seen (login text)");
        execute("CREATE FUNCTION sales.note(login text) RETURNS text LANGUAGE sql AS"
                + " 'INSERT INTO sales.seen VALUES (login) RETURNING login'");
        Mapping writing = Erp.mapping(
                resource("foreign-order.json").replace("WHERE login = :user)", "WHERE login = sales.note(:user))"));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Erp.source(writing, works).find("SO43002", Erp.asker("greta"))))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("ERROR: cannot execute INSERT in a read-only transaction\n"
                        + "  Where: SQL function \"note\" statement 1");
        assertThat(gold("SELECT COUNT(*) FROM sales.seen")).isEqualTo("0");
    }

    @Test
    void aQueryThatTakesTooLongIsEnded() {
        Mapping slow = Erp.mapping(resource("foreign-order.json")
                .replace("\"version\"", "\"timeout\": \"1s\", \"version\"")
                .replace("WHERE login = :user)", "WHERE login = :user AND pg_sleep(20) IS NOT NULL)"));
        long before = System.nanoTime();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Erp.source(slow, works).find("SO43002", Erp.asker("greta"))))
                .hasRootCauseMessage("ERROR: canceling statement due to user request");
        assertThat(System.nanoTime() - before).isLessThan(15_000_000_000L);
    }

    @Test
    void everyTableIsProposedAndTheProposalIsTakenOnceItIsDecided() throws SQLException {
        List<String> tables =
                List.of(gold("SELECT string_agg(table_schema || '.' || table_name, ',') FROM information_schema.tables"
                                + " WHERE table_schema IN ('person', 'hr', 'production', 'purchasing', 'sales')")
                        .split(",", -1));

        for (String table : tables) {
            String proposal = mappings.propose("jdbc/works", table).replace("\"decide\"", "\"everybody\"");
            Problems problems = new Problems(table);
            Optional<Mapping> mapping = MappingReader.read(table, proposal, problems);
            assertThat(problems.lines()).as(proposal).isEmpty();
            try (Reading reading = new Reading(works, java.time.Duration.ofSeconds(5))) {
                MappingCheck.check(mapping.orElseThrow(), reading, problems);
            }
            assertThat(problems.lines()).as(proposal).isEmpty();
        }
    }

    @Test
    void aTableThatRefersToAnotherTwiceGivesItTwoKindsOfRows() {
        assertThat(mappings.propose("jdbc/works", "production.product"))
                .contains("\"billOfMaterialsByComponentId\"", "\"billOfMaterialsByProductAssemblyId\"");
    }

    @Test
    void whatMayHurtSomebodyIsProposedAsSecretOrPersonal() {
        assertThat(mappings.propose("jdbc/works", "person.password"))
                .contains("\"column\": \"password_hash\", \"sensitivity\": \"secret\"");
        assertThat(mappings.propose("jdbc/works", "hr.employee"))
                .contains("\"column\": \"birth_date\", \"type\": \"date\", \"sensitivity\": \"personal\"");
        assertThat(mappings.propose("jdbc/works", "sales.credit_card"))
                .contains("\"column\": \"card_number\", \"sensitivity\": \"secret\"");
        assertThat(mappings.propose("jdbc/works", "sales.sales_person"))
                .contains("\"column\": \"bonus\", \"type\": \"number\", \"sensitivity\": \"secret\"");
    }
}
