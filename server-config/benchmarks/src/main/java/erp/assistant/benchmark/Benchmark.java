package erp.assistant.benchmark;

import erp.assistant.benchmark.figure.Bench;
import erp.assistant.benchmark.figure.Part;
import erp.assistant.benchmark.figure.WarmUp;
import erp.assistant.benchmark.machine.Cores;
import erp.assistant.benchmark.machine.Quiet;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Report;
import erp.assistant.benchmark.report.Results;
import erp.assistant.benchmark.report.RunFile;
import erp.assistant.benchmark.report.SampleFile;
import erp.assistant.benchmark.target.Target;
import erp.assistant.benchmark.target.Workshop;
import erp.assistant.stub.ProviderStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program: starts stub and targets, measures part by part in interleaved rounds, and writes {@code report.md} and {@code
 * samples.jsonl} of the current folder, which is the module's.
 */
public final class Benchmark {

    private final Options options;
    private final Path module;

    private Benchmark(Options options, Path module) {
        this.options = options;
        this.module = module;
    }

    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.of(System.getProperties());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new Benchmark(options, Path.of("").toAbsolutePath()).run();
        System.exit(0);
    }

    private void run() throws IOException {
        Quiet quiet = Quiet.look();
        if (!quiet.enough() && !options.force()) {
            System.err.println(quiet.text() + " Nothing was measured; -Dbenchmark.force=true measures all the same.");
            System.exit(3);
        }
        SampleFile samples = new SampleFile(module.resolve("samples.jsonl"));
        RunFile runs = new RunFile(module.resolve("runs.jsonl"));
        Workshop workshop = new Workshop(module);
        try (ProviderStub primary = ProviderStub.start(0);
                ProviderStub backup = ProviderStub.start(0);
                Targets targets = Targets.start(options.targets(), workshop, primary, backup)) {
            if (!options.append()) {
                samples.forget(
                        options.parts().stream().map(Part::key).collect(Collectors.toSet()),
                        targets.running().stream().map(Target::name).collect(Collectors.toSet()));
            }
            Bench bench = new Bench(targets.running(), primary, backup, options.scale(), options.capacity(), sample -> {
                System.out.println(sample);
                samples.add(sample);
            });
            WarmUp.of(bench);
            Cores cores = Cores.divide(targets.running().stream().flatMap(target -> target.processes().stream()));
            runs.add(Conditions.of(options, workshop, cores, quiet, targets.missing()), !options.append());
            for (int round = 1; round <= options.rounds(); round++) {
                for (Part part : options.parts()) {
                    System.out.println("round " + round + ", " + part.key());
                    part.figure().measure(bench);
                }
                bench.nextRound();
            }
        } finally {
            report(samples, runs);
        }
    }

    private void report(SampleFile samples, RunFile runs) throws IOException {
        Report report = new Report(
                new Results(samples.read()),
                runs.read(),
                Stream.of(Part.values()).<PartTable>map(Part::table).toList());
        Files.writeString(module.resolve("report.md"), report.markdown());
    }
}
