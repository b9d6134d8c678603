package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Histogram;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.load.Tally;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.AssistantServer;
import erp.assistant.benchmark.target.Target;
import erp.assistant.stub.StubWatcher;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A provider that says nothing, or falls silent: when that ends, and whether the backup is asked. */
final class Silent implements Figure {

    private static final int CLIENTS = 20;
    private static final int TOKENS = 10;
    private static final Duration GAP = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** How long the others are watched if there is no assistant whose budget would say. */
    private static final Duration WATCH = Duration.ofSeconds(2);

    /**
     * Where the provider stops.
     *
     * @param budget the configuration's key for the time that it is then given
     * @param signsOfLife from the request to the provider's last token
     */
    private record Silence(String variant, String fault, String budget, Duration signsOfLife) {}

    private static final List<Silence> SILENCES = List.of(
            new Silence("before the first token", "hang=100", "assistant.timeout.first-content", Duration.ZERO),
            new Silence(
                    "after some tokens", "hangmid=100", "assistant.timeout.idle", GAP.multipliedBy(TOKENS / 2 - 1)));

    @Override
    public void measure(Bench bench) {
        for (Silence silence : SILENCES) {
            bench.pace("ttft=0 gap=" + GAP.toMillis() + " tokens=" + TOKENS);
            bench.primary().configure(silence.fault());
            Duration watch = bench.assistant()
                    .map(assistant -> budget(assistant, silence).plus(GRACE))
                    .orElse(WATCH);
            bench.assistant().ifPresent(assistant -> assistant(bench, assistant, silence));
            // The others hang all the while: they can do so together.
            List<CompletableFuture<Void>> others = bench.servers().stream()
                    .filter(target -> !(target instanceof AssistantServer))
                    .map(target -> CompletableFuture.runAsync(() -> bench.record(watched(target, silence, watch))))
                    .toList();
            others.forEach(CompletableFuture::join);
            bench.settle();
        }
    }

    private static Duration budget(AssistantServer assistant, Silence silence) {
        return Durations.parse(assistant.setting(silence.budget()).orElseThrow());
    }

    private static void assistant(Bench bench, AssistantServer assistant, Silence silence) {
        Duration budget = budget(assistant, silence);
        QuestionTimes primary = new QuestionTimes();
        QuestionTimes backup = new QuestionTimes();
        bench.primary().watch(primary.arrived());
        bench.backup().watch(backup.arrived());
        Sample seen = watched(assistant, silence, budget.plus(GRACE));
        bench.primary().watch(StubWatcher.NONE);
        bench.backup().watch(StubWatcher.NONE);
        Histogram waits = Waits.between(primary, backup);
        double due = budget.plus(silence.signsOfLife()).toMillis();
        Map<String, Double> values = new LinkedHashMap<>(seen.values());
        values.put("budget_ms", (double) budget.toMillis());
        values.put(
                "backup_asked_percent",
                100.0 * waits.count() / primary.numbers().size());
        values.put("late_p50_ms", waits.millis(0.5) - due);
        values.put("late_max_ms", waits.maxMillis() - due);
        bench.record(new Sample(seen.part(), seen.target(), seen.variant(), values, ""));
        Healing.await(bench, assistant);
        bench.primary().configure(silence.fault());
    }

    private static Sample watched(Target target, Silence silence, Duration watch) {
        Expectation patient = Expectation.of(TOKENS, watch).patient(watch.multipliedBy(2));
        try (Load load = new Load(target.ask(), patient)) {
            load.run(Stage.rate(CLIENTS, Duration.ofSeconds(1)));
            Tally tally = load.run(Stage.quiet(watch));
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("answered", (double) tally.answered());
            values.put("whole_p50_ms", tally.whole.millis(0.5));
            values.put("hanging", (double) load.open());
            values.put("watched_s", watch.toSeconds() + 1.0);
            return new Sample(Part.SILENT.key(), target.name(), silence.variant(), values, "");
        }
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.SILENT.key(),
                CLIENTS + " questions, each to a provider that never answers, or stops after " + TOKENS / 2
                        + " tokens. *late*: the backup's request after the moment at which the configured budget ended.",
                "answered",
                "answered whole",
                "hanging",
                "still hanging",
                "watched_s",
                "after s",
                "budget_ms",
                "budget ms",
                "backup_asked_percent",
                "backup asked %",
                "late_p50_ms",
                "late p50 ms",
                "late_max_ms",
                "late at most ms",
                "whole_p50_ms",
                "whole answer p50 ms");
    }
}
