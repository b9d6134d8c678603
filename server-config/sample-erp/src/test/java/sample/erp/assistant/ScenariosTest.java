package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import erp.assistant.Question;
import erp.assistant.chat.Fact;
import erp.assistant.chat.Prompt;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import erp.assistant.impl.prompt.Naive;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.RecordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    /** In tokens of OpenAI's vocabulary o200k_base, instructions included. */
    private static final int MOST_TOKENS = 1_500;

    private static final int MEDIAN_TOKENS = 600;
    private static final int MEDIAN_IN_ANY_LANGUAGE = 720;

    /** The share of the truth that an estimate must have. */
    private static final double LEAST_ESTIMATE = 0.98;

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    private static BusinessRecord record(Scenario scenario) {
        return Reads.get(Reads.source(scenario.type()), scenario.id(), scenario.login());
    }

    private static WrittenPrompt written(Scenario scenario) {
        BusinessRecord record = record(scenario);
        Asker asker = new Asker(scenario.login(), role -> true, Locale.ENGLISH);
        return new PromptWriter(() -> PromptSettings.of(MOST_TOKENS), DemoDatabase.CLOCK)
                .write(new Question(asker, scenario.question(), record.ref(), ""), record);
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

    /** A question of the tour in one language, asked about the record in that language's words. */
    record Translated(EvaluationCase asked, String language) {
        WrittenPrompt written(boolean ownWords) {
            Asker asker = new Asker(asked.user(), role -> true, Locale.forLanguageTag(language));
            RecordSource source = Reads.source(asked.record().type());
            BusinessRecord record = (ownWords ? new InTheAskersLanguage(source) : source)
                    .find(asked.record().id(), asker)
                    .orElseThrow();
            String question = Objects.requireNonNull(asked.questions().get(language));
            return new PromptWriter(() -> PromptSettings.of(MOST_TOKENS), DemoDatabase.CLOCK)
                    .write(new Question(asker, question, record.ref(), ""), record);
        }

        @Override
        public String toString() {
            return asked.id() + " " + language;
        }

        int tokens(boolean ownWords) {
            Prompt prompt = written(ownWords).prompt();
            return O200K.countTokens(prompt.system()) + O200K.countTokens(prompt.user());
        }
    }

    static Stream<Translated> translated() {
        return new TourCases()
                .cases().stream()
                        .flatMap(asked ->
                                asked.questions().keySet().stream().map(language -> new Translated(asked, language)));
    }

    @ParameterizedTest
    @MethodSource("translated")
    void everyNeededFactIsInThePromptInEachLanguage(Translated question) {
        Prompt prompt = question.written(true).prompt();
        List<String> sent = prompt.facts().stream().map(Fact::id).toList();

        assertThat(question.asked().expected())
                .as("%s", question)
                .extracting(Expectation::words)
                .filteredOn(need -> !sent.contains(need))
                .isEmpty();
        assertThat(question.asked().forbidden())
                .extracting(Expectation::words)
                .doesNotContainAnyElementsOf(sent.stream()
                        .map(id -> id.substring(id.lastIndexOf('.') + 1))
                        .toList());
        assertThat(question.tokens(true)).isLessThanOrEqualTo(MOST_TOKENS);
    }

    /** What the words of each language cost is written to {@code target/scenarios/languages.md}. */
    @Test
    void promptsAreShortInEachLanguage() throws IOException {
        Map<String, List<Integer>> own = new TreeMap<>();
        Map<String, List<Integer>> english = new TreeMap<>();
        translated().forEach(question -> {
            own.computeIfAbsent(question.language(), none -> new ArrayList<>()).add(question.tokens(true));
            english.computeIfAbsent(question.language(), none -> new ArrayList<>())
                    .add(question.tokens(false));
        });
        StringBuilder report =
                new StringBuilder("| language | median | most | median with English words |\n|---|---|---|---|\n");
        own.forEach((language, counts) -> report.append("| %s | %d | %d | %d |%n"
                .formatted(
                        language,
                        median(counts),
                        Collections.max(counts),
                        median(english.getOrDefault(language, List.of())))));
        Files.writeString(
                Files.createDirectories(Path.of("target", "scenarios")).resolve("languages.md"), report);

        assertThat(own.values()).as(report.toString()).allMatch(counts -> median(counts) <= MEDIAN_IN_ANY_LANGUAGE);
    }

    private static int median(List<Integer> counts) {
        return counts.stream().sorted().toList().get(counts.size() / 2);
    }

    /** The figures and the prompts are written to {@code target/scenarios}. */
    @Test
    void promptsAreShort() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "scenarios"));
        StringBuilder report = new StringBuilder("| scenario | tokens | estimated | naive |\n|---|---|---|---|\n");
        List<Integer> counts = new ArrayList<>();
        List<Integer> naiveCounts = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            Prompt prompt = written(scenario).prompt();
            String sent = prompt.system() + "\n\n" + prompt.user();
            String naive = prompt.system() + "\n\n" + Naive.dump(record(scenario)) + "\n\n" + scenario.question();
            int tokens = O200K.countTokens(prompt.system()) + O200K.countTokens(prompt.user());
            counts.add(tokens);
            naiveCounts.add(O200K.countTokens(naive));
            report.append("| %s | %d | %d | %d |%n"
                    .formatted(
                            scenario.number() + ". " + scenario.question(),
                            tokens,
                            prompt.estimatedTokens(),
                            O200K.countTokens(naive)));
            Files.writeString(folder.resolve(scenario.number() + ".txt"), sent);
            Files.writeString(folder.resolve(scenario.number() + "-naive.txt"), naive);
            assertThat(prompt.estimatedTokens())
                    .as("the estimate of %s", scenario)
                    .isGreaterThanOrEqualTo((int) Math.floor(tokens * LEAST_ESTIMATE));
        }
        counts.sort(null);
        naiveCounts.sort(null);
        int median = counts.get(counts.size() / 2);
        report.append("| median | %d | | %d |%n".formatted(median, naiveCounts.get(naiveCounts.size() / 2)));
        Files.writeString(folder.resolve("tokens.md"), report);

        assertThat(counts).as(report.toString()).allMatch(count -> count <= MOST_TOKENS);
        assertThat(median).as(report.toString()).isLessThanOrEqualTo(MEDIAN_TOKENS);
    }
}
