package sample.erp.assistant;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.EvaluationSet;
import erp.assistant.evaluation.Expectation;
import erp.assistant.record.RecordRef;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fifteen questions of the tour in six languages, with the facts that a good answer rests on. */
@Singleton
public class TourCases implements EvaluationSet {

    private static final String FOLDER = "/sample/erp/scenario/";

    /** Columns of scenarios.csv. */
    private enum Column {
        NUMBER,
        LOGIN,
        TYPE,
        ID,
        PAGE,
        QUESTION,
        NEEDS,
        FORBIDDEN
    }

    private final List<EvaluationCase> cases = read();

    @Override
    public String name() {
        return "sample-erp";
    }

    @Override
    public List<EvaluationCase> cases() {
        return cases;
    }

    private static List<EvaluationCase> read() {
        List<String[]> translated = lines("questions.csv");
        String[] languages = translated.get(0);
        List<String[]> scenarios = lines("scenarios.csv");
        List<EvaluationCase> all = new ArrayList<>();
        for (int i = 1; i < scenarios.size(); i++) {
            Map<String, String> questions = new LinkedHashMap<>();
            questions.put("en", cell(scenarios.get(i), Column.QUESTION));
            for (int language = 1; language < languages.length; language++) {
                questions.put(languages[language], translated.get(i)[language]);
            }
            all.add(evaluationCase(scenarios.get(i), questions));
        }
        return List.copyOf(all);
    }

    private static EvaluationCase evaluationCase(String[] line, Map<String, String> questions) {
        return new EvaluationCase(
                cell(line, Column.NUMBER),
                cell(line, Column.NUMBER) + ". " + cell(line, Column.QUESTION),
                questions,
                new RecordRef(cell(line, Column.TYPE), cell(line, Column.ID)),
                cell(line, Column.LOGIN),
                Set.of("assistant-user"),
                fields(cell(line, Column.NEEDS)),
                fields(cell(line, Column.FORBIDDEN)),
                false);
    }

    private static List<Expectation> fields(String ids) {
        List<Expectation> fields = new ArrayList<>();
        for (String id : ids.isEmpty() ? List.<String>of() : List.of(ids.split(" ", -1))) {
            fields.add(new Expectation.FieldValue(id));
        }
        return fields;
    }

    private static String cell(String[] line, Column column) {
        return line[column.ordinal()];
    }

    /** The header first. */
    private static List<String[]> lines(String name) {
        try (InputStream file = Objects.requireNonNull(TourCases.class.getResourceAsStream(FOLDER + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
