package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.load.Tally;
import erp.assistant.benchmark.machine.Machine;
import erp.assistant.benchmark.machine.ProcessTree;
import erp.assistant.benchmark.machine.Usage;
import erp.assistant.benchmark.target.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Runs a stage of load and reads, before and after, what the target's processes used. */
final class Meter {

    private static final ProcessTree HARNESS = new ProcessTree(ProcessHandle.current());

    /**
     * What was seen and used.
     *
     * @param values the figures that all parts share, by their names in the report
     */
    record Reading(Tally tally, Map<String, Double> values) {

        String note() {
            return tally.failures().entrySet().stream()
                    .map(failure -> failure.getKey() + ": " + failure.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    private Meter() {}

    static Reading run(Target target, Load load, Stage stage) {
        return run(target, load, stage, () -> false);
    }

    /** @param enough ends the stage early */
    static Reading run(Target target, Load load, Stage stage, BooleanSupplier enough) {
        Optional<Usage> before = target.processes().map(ProcessTree::usage);
        double compilersBefore = compilers(target);
        double harnessBefore = self();
        double busyBefore = Machine.busySeconds();
        Tally tally = load.run(stage, enough);
        Optional<Usage> after = target.processes().map(ProcessTree::usage);
        double harness = self() - harnessBefore;
        double busy = Machine.busySeconds() - busyBefore;

        Map<String, Double> values = new LinkedHashMap<>();
        seen(values, tally);
        double cpu = 0;
        if (before.isPresent() && after.isPresent()) {
            cpu = after.get().cpuSeconds() - before.get().cpuSeconds();
            values.put("cpu_us_per_token", cpu * 1e6 / tally.tokens());
            values.put("cpu_us_per_answer", cpu * 1e6 / tally.answered());
            values.put("compiler_percent", Math.max(0, compilers(target) - compilersBefore) * 100 / cpu);
            values.put("cores", cpu / tally.seconds());
            values.put("rss_mib", after.get().rssKib() / 1024.0);
            values.put("threads", (double) after.get().threads());
        }
        values.put("harness_cores", harness / tally.seconds());
        values.put("other_cores", Math.max(0, busy - harness - cpu) / tally.seconds());
        return new Reading(tally, values);
    }

    private static double compilers(Target target) {
        return target.processes().map(ProcessTree::compilerSeconds).orElse(0.0);
    }

    /** This process alone: the servers are its children. */
    private static double self() {
        return HARNESS.rootUsage().cpuSeconds();
    }

    private static void seen(Map<String, Double> values, Tally tally) {
        values.put("answered", (double) tally.answered());
        values.put("tokens", (double) tally.tokens());
        values.put("failed", (double) tally.failed());
        values.put("starved", (double) tally.starved());
        values.put("failed_or_starved", (double) tally.failed() + tally.starved());
        values.put("answers_per_second", tally.answered() / tally.seconds());
        values.put("first_p50_ms", tally.firstToken.millis(0.5));
        values.put("first_p99_ms", tally.firstToken.millis(0.99));
        values.put("gap_p99_ms", tally.gap.millis(0.99));
        values.put("gap_max_ms", tally.gap.maxMillis());
        values.put("relay_p50_ms", tally.relay.millis(0.5));
        values.put("relay_p99_ms", tally.relay.millis(0.99));
        values.put("refused", (double) tally.refusal.count());
        values.put("refusal_p50_ms", tally.refusal.millis(0.5));
        values.put("refusal_p99_ms", tally.refusal.millis(0.99));
    }
}
