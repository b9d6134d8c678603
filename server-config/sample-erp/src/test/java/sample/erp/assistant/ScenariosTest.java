package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Question;
import erp.assistant.chat.Fact;
import erp.assistant.impl.config.AnswerTimes;
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
import org.junit.jupiter.params.provider.MethodSource;
import sample.erp.data.DemoDatabase;
import sample.erp.scenario.Scenario;

/**
 * What staff really ask, on the demo company: the facts that the answer needs, computed by SQL, are in the prompt; what must not be sent
 * is not; and the prompt is short.
 */
class ScenariosTest {

    /** As estimated for any model, which is about 1.8 times what OpenAI's vocabularies count for these prompts. */
    private static final int MOST_TOKENS = 2_500;

    private static final int MEDIAN_TOKENS = 1_750;

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    private static BusinessRecord record(Scenario scenario) {
        return Reads.get(Reads.source(scenario.type()), scenario.id(), scenario.login());
    }

    private static WrittenPrompt written(Scenario scenario) {
        BusinessRecord record = record(scenario);
        Asker asker = new Asker(scenario.login(), role -> true, Locale.ENGLISH);
        return new PromptWriter(ScenariosTest::settings, DemoDatabase.CLOCK)
                .write(new Question(asker, scenario.question(), record.ref(), ""), record);
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
                new BigDecimal("99.9"),
                AnswerTimes.DEFAULT,
                Set.of());
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
    @MethodSource("scenarios")
    void everyNeededFactIsInThePrompt(Scenario scenario) {
        List<String> sent =
                written(scenario).prompt().facts().stream().map(Fact::id).toList();

        assertThat(scenario.needs()).filteredOn(need -> !sent.contains(need)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void nothingForbiddenIsInThePrompt(Scenario scenario) throws SQLException {
        WrittenPrompt written = written(scenario);
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
                .extracting(fact -> fact.id().substring(fact.id().lastIndexOf('.') + 1))
                .doesNotContainAnyElementsOf(scenario.forbidden().isEmpty() ? List.of("iban") : scenario.forbidden());
    }

    /** The figures and the prompts are written to {@code target/scenarios}. */
    @Test
    void promptsAreShort() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "scenarios"));
        StringBuilder report = new StringBuilder("| scenario | tokens | naive |\n|---|---|---|\n");
        List<Integer> tokens = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            WrittenPrompt written = written(scenario);
            int estimate = written.prompt().estimatedTokens();
            tokens.add(estimate);
            String naive =
                    written.prompt().system() + "\n\n" + Naive.dump(record(scenario)) + "\n\n" + scenario.question();
            report.append("| %s | %d | %d |%n"
                    .formatted(scenario.number() + ". " + scenario.question(), estimate, Naive.tokens(naive)));
            Files.writeString(
                    folder.resolve(scenario.number() + ".txt"),
                    written.prompt().system() + "\n\n" + written.prompt().user());
            Files.writeString(folder.resolve(scenario.number() + "-naive.txt"), naive);
        }
        Files.writeString(folder.resolve("tokens.md"), report);
        tokens.sort(null);

        assertThat(tokens).as(report.toString()).allMatch(count -> count <= MOST_TOKENS);
        assertThat(tokens.get(tokens.size() / 2)).as(report.toString()).isLessThanOrEqualTo(MEDIAN_TOKENS);
    }
}
