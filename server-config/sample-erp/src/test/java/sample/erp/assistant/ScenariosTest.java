package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Question;
import erp.assistant.chat.Fact;
import erp.assistant.impl.config.BudgetLimits;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Prompting;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Rates;
import erp.assistant.impl.config.Resilience;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.Timeouts;
import erp.assistant.impl.prompt.Naive;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.RecordSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sample.erp.data.DemoDatabase;

/**
 * What staff really ask, on the demo company: the facts that the answer needs, computed by SQL, are in the prompt; what must not be sent
 * is not; and the prompt is short.
 */
class ScenariosTest {

    /** As estimated for any model, which is about 1.8 times what OpenAI's vocabularies count for these prompts. */
    private static final int MOST_TOKENS = 2_000;

    private static final int MEDIAN_TOKENS = 1_450;

    private static final String LINE =
            " FROM sales_order_line l JOIN sales_order o ON o.id = l.salesorder_id JOIN item i ON i.id = l.item_id"
                    + " WHERE o.organisation_code = 'DE' AND o.number = ";
    private static final String INVOICES = " FROM customer_invoice v JOIN customer c ON c.id = v.customer_id"
            + " WHERE c.organisation_code = 'DE' AND v.grossamount > v.paidamount AND c.number = ";

    /** A question, and queries whose rows are an id of a fact and its value in plain form. */
    enum Scenario {
        SHIP_BY_FRIDAY(
                Reads.ORDERS,
                "4711",
                "Can we still ship this by Friday, and if not what do I tell the customer?",
                "SELECT 'requestedDate', requestedon FROM sales_order WHERE organisation_code = 'DE' AND number = '4711'",
                "SELECT 'lines.' || l.position || '.openQuantity', (l.quantity - l.delivered) || ' ' || i.unit" + LINE
                        + "'4711' AND l.quantity > l.delivered",
                "SELECT 'lines.' || l.position || '.promisedDate', l.promisedon" + LINE
                        + "'4711' AND l.quantity > l.delivered",
                "SELECT 'lateLines', COUNT(*) || ' lines'" + LINE
                        + "'4711' AND l.quantity > l.delivered AND l.promisedon < DATE '2026-11-20'"),
        WHY_BLOCKED(
                Reads.ORDERS,
                "4711",
                "Why is this order blocked?",
                "SELECT 'blockedSince', blockedon FROM sales_order WHERE organisation_code = 'DE' AND number = '4711'",
                "SELECT 'creditLimit', creditlimit || ' EUR' FROM customer WHERE organisation_code = 'DE' AND number = '10017'",
                "SELECT 'overdueAmount', SUM(v.grossamount - v.paidamount) || ' EUR'" + INVOICES
                        + "'10017' AND v.dueon < DATE '2026-11-20'",
                "SELECT 'oldestOverdueDays', DATEDIFF('DAY', MIN(v.dueon), DATE '2026-11-20') || ' days'" + INVOICES
                        + "'10017'"),
        DISCOUNT(
                Reads.ORDERS,
                "4731",
                "Draft a reply: the customer asks for 8 % discount on lines 20 and 40.",
                "SELECT 'lines.' || l.position || '.listPrice', l.listprice || ' EUR'" + LINE
                        + "'4731' AND l.position IN (20, 40)",
                "SELECT 'lines.' || l.position || '.netPrice', l.netprice || ' EUR'" + LINE
                        + "'4731' AND l.position IN (20, 40)",
                "SELECT 'lines.' || l.position || '.quantity', l.quantity || ' ' || i.unit" + LINE
                        + "'4731' AND l.position IN (20, 40)"),
        REMINDER(
                Reads.INVOICES,
                "87909",
                "Is this overdue, what was promised, draft a second reminder in French.",
                "SELECT 'openAmount', (grossamount - paidamount) || ' EUR' FROM customer_invoice"
                        + " WHERE organisation_code = 'DE' AND number = '87909'",
                "SELECT 'daysOverdue', DATEDIFF('DAY', dueon, DATE '2026-11-20') || ' days' FROM customer_invoice"
                        + " WHERE organisation_code = 'DE' AND number = '87909'",
                "SELECT 'dueDate', dueon FROM customer_invoice WHERE organisation_code = 'DE' AND number = '87909'",
                "SELECT 'promisedPayment', promisedpaymenton FROM customer_invoice"
                        + " WHERE organisation_code = 'DE' AND number = '87909'",
                "SELECT 'dunningLevel', dunninglevel || ' reminders' FROM customer_invoice"
                        + " WHERE organisation_code = 'DE' AND number = '87909'"),
        VISIT(
                Reads.CUSTOMERS,
                "10017",
                "Prepare me for tomorrow's visit.",
                "SELECT 'overdueAmount', SUM(v.grossamount - v.paidamount) || ' EUR'" + INVOICES
                        + "'10017' AND v.dueon < DATE '2026-11-20'",
                "SELECT 'openInvoices', SUM(v.grossamount - v.paidamount) || ' EUR'" + INVOICES + "'10017'",
                "SELECT 'creditLimit', creditlimit || ' EUR' FROM customer WHERE organisation_code = 'DE' AND number = '10017'");

        private final RecordSource source;
        private final String id;
        private final String question;
        private final List<String> gold;

        Scenario(RecordSource source, String id, String question, String... gold) {
            this.source = source;
            this.id = id;
            this.question = question;
            this.gold = List.of(gold);
        }

        BusinessRecord record() {
            return Reads.get(source, id, "anna");
        }

        WrittenPrompt written() {
            BusinessRecord record = record();
            Asker anna = new Asker("anna", role -> true, Locale.ENGLISH);
            return new PromptWriter(ScenariosTest::settings, DemoDatabase.CLOCK)
                    .write(new Question(anna, question, record.ref(), ""), record);
        }
    }

    private static Settings settings() {
        Duration second = Duration.ofSeconds(1);
        return new Settings(
                true,
                new ProviderSettings(
                        Slot.PRIMARY,
                        Dialect.OFFLINE,
                        "offline",
                        URI.create("http://127.0.0.1"),
                        Optional.empty(),
                        "s",
                        "l",
                        Map.of()),
                Optional.empty(),
                true,
                true,
                new Timeouts(second, second, second, second),
                Resilience.DEFAULT,
                Prompting.DEFAULT,
                700,
                MOST_TOKENS,
                Set.of(),
                second,
                1,
                BudgetLimits.NONE,
                Currency.getInstance("EUR"),
                DemoDatabase.ZONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Rates(10, OptionalInt.empty()),
                10,
                second,
                second,
                new BigDecimal("99.9"));
    }

    private static List<List<String>> rows(String sql) throws SQLException {
        DemoDatabase.get();
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:demo", "sa", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(List.of(
                        result.getString(1),
                        result.getString(result.getMetaData().getColumnCount())));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void everyNeededFactIsInThePrompt(Scenario scenario) throws SQLException {
        List<Fact> facts = scenario.written().prompt().facts();

        for (String gold : scenario.gold) {
            List<List<String>> needed = rows(gold);
            assertThat(needed).as(gold).isNotEmpty();
            for (List<String> fact : needed) {
                assertThat(facts)
                        .as("%s needs %s", scenario, fact)
                        .anySatisfy(sent ->
                                assertThat(List.of(sent.id(), sent.value())).isEqualTo(fact));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingForbiddenIsInThePrompt(Scenario scenario) throws SQLException {
        WrittenPrompt written = scenario.written();
        List<String> forbidden = new ArrayList<>();
        for (String column : List.of("iban", "contactphone", "contactemail", "contactname", "accountmanager")) {
            rows("SELECT " + column + " FROM customer WHERE " + column + " IS NOT NULL")
                    .forEach(row -> forbidden.add(row.get(0)));
        }
        rows("SELECT DISTINCT salesperson FROM sales_order").forEach(row -> forbidden.add(row.get(0)));

        assertThat(forbidden).hasSizeGreaterThan(1_000);
        assertThat(forbidden.stream()
                        .filter(value -> written.prompt().user().contains(value))
                        .toList())
                .isEmpty();
        assertThat(written.prompt().facts())
                .extracting(Fact::id)
                .noneMatch(id -> id.contains("unitCost") || id.contains("margin") || id.equals("cost"));
    }

    /** The figures and the prompts are written to {@code target/scenarios}. */
    @Test
    void promptsAreShort() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "scenarios"));
        StringBuilder report = new StringBuilder("| scenario | tokens | naive |\n|---|---|---|\n");
        List<Integer> tokens = new ArrayList<>();
        for (Scenario scenario : Scenario.values()) {
            WrittenPrompt written = scenario.written();
            int estimate = written.prompt().estimatedTokens();
            tokens.add(estimate);
            String naive =
                    written.prompt().system() + "\n\n" + Naive.dump(scenario.record()) + "\n\n" + scenario.question;
            report.append("| %s | %d | %d |%n".formatted(scenario, estimate, Naive.tokens(naive)));
            Files.writeString(
                    folder.resolve(scenario + ".txt"),
                    written.prompt().system() + "\n\n" + written.prompt().user());
            Files.writeString(folder.resolve(scenario + "-naive.txt"), naive);
        }
        Files.writeString(folder.resolve("tokens.md"), report);
        tokens.sort(null);

        assertThat(tokens).as(report.toString()).allMatch(count -> count <= MOST_TOKENS);
        assertThat(tokens.get(tokens.size() / 2)).as(report.toString()).isLessThanOrEqualTo(MEDIAN_TOKENS);
    }
}
