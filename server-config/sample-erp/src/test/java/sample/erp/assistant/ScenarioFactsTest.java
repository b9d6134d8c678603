package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import sample.erp.data.DemoDatabase;
import sample.erp.scenario.Scenario;

/** The record that each question is asked about, against figures that SQL works out from the tables alone. */
class ScenarioFactsTest {

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRecordHasWhatAGoodAnswerRestsOn(Scenario scenario) {
        Map<String, Value> values = values(record(scenario));

        assertThat(values).containsKeys(scenario.needs().toArray(String[]::new));
        assertThat(values.entrySet().stream()
                        .filter(entry -> scenario.needs().contains(entry.getKey()))
                        .filter(entry -> entry.getValue() instanceof Value.Missing))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRecordHasNothingThatThisPersonMayNotSee(Scenario scenario) {
        assertThat(Reads.everything(record(scenario)).map(Field::id))
                .doesNotContainAnyElementsOf(scenario.forbidden().isEmpty() ? List.of("iban") : scenario.forbidden());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void noBankAccountNorWhatPeopleEarnNorWhoWorkedIsInARecord(Scenario scenario) {
        String text = Reads.everything(record(scenario))
                .map(field -> field.value().toString())
                .collect(Collectors.joining("\n"));
        List<Object> secrets = new ArrayList<>(rows("select iban from supplier union select iban from customer"));
        secrets.addAll(
                rows("select p.text from posting p join cost_centre c on c.id = p.costcentre_id where c.restricted"));
        if (scenario.type().equals("production-order")) {
            secrets.addAll(rows("select operator from production_operation"));
        }

        assertThat(secrets).hasSizeGreaterThan(200);
        assertThat(secrets).noneMatch(secret -> text.contains(secret.toString()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/sample/erp/scenario/gold.csv", delimiter = '|', numLinesToSkip = 1)
    void factsAreWhatTheTablesSay(int number, String id, String sql) {
        Map<String, Value> values = values(record(Scenario.all().get(number - 1)));

        assertThat(values).containsKey(id);
        assertThat(plain(Objects.requireNonNull(values.get(id))))
                .as(id)
                .isEqualTo(plain(rows(sql).get(0)));
    }

    @Test
    void everyQuestionHasGoldFigures() {
        assertThat(gold().stream()
                        .map(line -> Integer.valueOf(line.split("\\|", -1)[0]))
                        .distinct())
                .hasSize(15);
        assertThat(gold()).hasSizeGreaterThan(40);
    }

    private static List<String> gold() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/sample/erp/scenario/gold.csv")).stream()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BusinessRecord record(Scenario scenario) {
        return Reads.get(Reads.source(scenario.type()), scenario.id(), scenario.login());
    }

    /** Every value by the id that an answer cites. */
    private static Map<String, Value> values(BusinessRecord record) {
        Map<String, Value> values = new LinkedHashMap<>();
        record.fields().forEach(field -> values.put(field.id(), field.value()));
        record.rows()
                .forEach(rows -> rows.rows()
                        .forEach(row -> row.cells()
                                .forEach(cell ->
                                        values.put(rows.id() + "." + row.key() + "." + cell.id(), cell.value()))));
        return values;
    }

    private static List<?> rows(String sql) {
        return DemoDatabase.get()
                .read(em -> em.createNativeQuery(sql.replace(":today", "DATE '" + DemoDatabase.TODAY + "'"))
                        .getResultList());
    }

    private static String plain(Value value) {
        if (value instanceof Value.Money money) {
            return plain(money.amount());
        }
        if (value instanceof Value.Quantity quantity) {
            return plain(quantity.number());
        }
        if (value instanceof Value.Percent percent) {
            return plain(percent.percent());
        }
        return value instanceof Value.Day day ? day.date().toString() : value.toString();
    }

    private static String plain(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
