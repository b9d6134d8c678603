package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Expectation;
import erp.assistant.benchmark.load.Histogram;
import erp.assistant.benchmark.load.Load;
import erp.assistant.benchmark.load.Stage;
import erp.assistant.benchmark.report.PartTable;
import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.AssistantServer;
import erp.assistant.stub.StubWatcher;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How soon the backup is asked: after an error that waiting does not mend, and while the breaker leaves the primary alone. */
final class Failover implements Figure {

    private static final double RATE = 20;
    private static final Expectation ONE_TOKEN = Expectation.of(1, Duration.ofSeconds(1));

    @Override
    public void measure(Bench bench) {
        bench.assistant().ifPresent(assistant -> {
            bench.pace("ttft=0 gap=0 tokens=1");
            Histogram healthy = toPrimary(bench, assistant);
            knownError(bench, assistant);
            breakerOpen(bench, assistant, healthy);
            Healing.await(bench, assistant);
        });
    }

    private static Histogram toPrimary(Bench bench, AssistantServer assistant) {
        QuestionTimes asked = new QuestionTimes();
        QuestionTimes arrived = new QuestionTimes();
        bench.primary().watch(arrived.arrived());
        try (Load load = new Load(assistant.ask(), ONE_TOKEN, asked.asked())) {
            load.run(Stage.rate(RATE, bench.scale().seconds(6)));
        }
        bench.primary().watch(StubWatcher.NONE);
        Histogram waits = Waits.between(asked, arrived);
        bench.record(sample(assistant, "healthy", "question_to_provider", waits, new LinkedHashMap<>()));
        return waits;
    }

    /** One question in ten fails, so that the breaker stays closed. */
    private static void knownError(Bench bench, AssistantServer assistant) {
        QuestionTimes refused = new QuestionTimes();
        QuestionTimes arrived = new QuestionTimes();
        bench.primary().watch(refused.refused());
        bench.backup().watch(arrived.arrived());
        bench.primary().configure("e401=10");
        try (Load load = new Load(assistant.ask(), ONE_TOKEN)) {
            load.run(Stage.rate(RATE, bench.scale().seconds(20)));
        }
        bench.primary().configure("e401=0");
        bench.primary().watch(StubWatcher.NONE);
        bench.backup().watch(StubWatcher.NONE);
        bench.record(
                sample(assistant, "known error", "to_backup", Waits.between(refused, arrived), new LinkedHashMap<>()));
    }

    private static void breakerOpen(Bench bench, AssistantServer assistant, Histogram healthy) {
        bench.primary().configure("e401=100");
        QuestionTimes asked = new QuestionTimes();
        QuestionTimes arrived = new QuestionTimes();
        QuestionTimes primary = new QuestionTimes();
        try (Load load = new Load(assistant.ask(), ONE_TOKEN, asked.asked())) {
            // A second of failures is more than the breaker's window; it then stays open for ten.
            load.run(Stage.rate(RATE, Duration.ofSeconds(1)));
            bench.primary().watch(primary.arrived());
            bench.backup().watch(arrived.arrived());
            load.run(Stage.rate(RATE, bench.scale().seconds(7)));
        }
        bench.primary().watch(StubWatcher.NONE);
        bench.backup().watch(StubWatcher.NONE);
        Histogram waits = Waits.between(asked, arrived);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("added_p50_ms", waits.millis(0.5) - healthy.millis(0.5));
        values.put("added_p99_ms", waits.millis(0.99) - healthy.millis(0.99));
        values.put("primary_asked", (double) primary.numbers().size());
        bench.record(sample(assistant, "breaker open", "question_to_provider", waits, values));
    }

    private static Sample sample(
            AssistantServer assistant, String variant, String figure, Histogram waits, Map<String, Double> values) {
        values.put("questions", (double) waits.count());
        values.put(figure + "_p50_ms", waits.millis(0.5));
        values.put(figure + "_p99_ms", waits.millis(0.99));
        return new Sample(Part.FAILOVER.key(), assistant.name(), variant, values, "");
    }

    @Override
    public PartTable table() {
        return PartTable.of(
                Part.FAILOVER.key(),
                "20 questions a second. *healthy*: from the question to the primary's request. *known error*: one request in ten"
                        + " is refused with 401; from the refusal to the backup's request. *breaker open*: from the question to"
                        + " the backup's request, and what that is more than in the healthy case.",
                "questions",
                "questions",
                "to_backup_p50_ms",
                "error to backup p50 ms",
                "to_backup_p99_ms",
                "error to backup p99 ms",
                "question_to_provider_p50_ms",
                "question to provider p50 ms",
                "question_to_provider_p99_ms",
                "question to provider p99 ms",
                "added_p50_ms",
                "added p50 ms",
                "added_p99_ms",
                "added p99 ms",
                "primary_asked",
                "requests to primary");
    }
}
