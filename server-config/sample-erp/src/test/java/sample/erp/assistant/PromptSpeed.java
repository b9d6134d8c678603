package sample.erp.assistant;

import erp.assistant.Question;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.QuickAction;
import erp.assistant.record.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import sample.erp.data.DemoDatabase;
import sample.erp.scenario.Scenario;

/**
 * What it takes to make a record of its values and to write the prompt, without the ERP's own query. Each of the staff's fifteen questions is asked
 * once an operation; the report divides by fifteen. Not part of the build: see {@code server-config/benchmarks/README.md}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class PromptSpeed {

    private static final int MOST_TOKENS = 1_500;

    private List<Asked> asked = List.of();
    private PromptWriter writer = writer();

    /** A question, and the record that the ERP gave for it. */
    record Asked(Question question, BusinessRecord record) {}

    private static PromptWriter writer() {
        return new PromptWriter(() -> PromptSettings.of(MOST_TOKENS), DemoDatabase.CLOCK);
    }

    @Setup
    public void read() {
        writer = writer();
        asked = Scenario.all().stream()
                .map(scenario -> {
                    Asker asker = new Asker(scenario.login(), role -> true, Locale.ENGLISH);
                    BusinessRecord record = Reads.get(Reads.source(scenario.type()), scenario.id(), scenario.login());
                    return new Asked(new Question(asker, scenario.question(), record.ref(), ""), record);
                })
                .toList();
    }

    @Benchmark
    public int mapAndWrite() {
        int tokens = 0;
        for (Asked each : asked) {
            tokens += write(each.question(), mapped(each.record())).prompt().estimatedTokens();
        }
        return tokens;
    }

    @Benchmark
    public int map() {
        int fields = 0;
        for (Asked each : asked) {
            fields += mapped(each.record()).fields().size();
        }
        return fields;
    }

    private WrittenPrompt write(Question question, BusinessRecord record) {
        return writer.write(question, record);
    }

    /** The record anew from its ids, labels and values, by the calls that an ERP makes. */
    private static BusinessRecord mapped(BusinessRecord given) {
        BusinessRecord.Builder record = BusinessRecord.of(given.ref(), given.label())
                .version(given.version(), given.asOf())
                .organisation(given.organisation());
        given.fields().forEach(field -> record.field(mapped(field)));
        for (Rows rows : given.rows()) {
            record.rows(new Rows(
                    rows.id(),
                    rows.label(),
                    rows.rows().stream()
                            .map(row -> new Rows.Row(
                                    row.key(),
                                    row.cells().stream()
                                            .map(PromptSpeed::mapped)
                                            .toList()))
                            .toList(),
                    rows.total(),
                    rows.totals().stream().map(PromptSpeed::mapped).toList()));
        }
        for (QuickAction action : given.actions()) {
            record.action(action.id(), action.label(), action.question());
        }
        return record.build();
    }

    private static Field mapped(Field field) {
        return Field.of(field.id(), field.label(), field.value())
                .as(field.sensitivity())
                .as(field.importance());
    }

    /** Measures, and writes the table into the file that is named. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PromptSpeed.class.getName() + "\\.")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        int questions = Scenario.all().size();
        StringBuilder report =
                new StringBuilder("| a question | time | spread (99.9 %) | allocated |\n|---|---|---|---|\n");
        for (RunResult result : results) {
            double bytes = Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                    .getScore();
            report.append("| %s | %.0f us | %.0f us | %.0f KB |%n"
                    .formatted(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getScore() / questions,
                            result.getPrimaryResult().getScoreError() / questions,
                            bytes / questions / 1024));
        }
        Files.writeString(Path.of(arguments[0]), report);
    }
}
