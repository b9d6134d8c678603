package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.report.Sample;
import erp.assistant.benchmark.target.AssistantServer;
import erp.assistant.benchmark.target.Target;
import erp.assistant.benchmark.target.TargetName;
import erp.assistant.stub.ProviderStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the parts measure with: the running targets, the two providers, and where samples go. */
public final class Bench {

    /** Resets what a fault or pace of an earlier part may have left. */
    private static final String PLAIN =
            "text=stamps head=-1 jitter=0 hang=0 hangmid=0 e401=0 e500=0 e529=0 retryafter=-1 ";

    /** Longer than any answer of the stub lasts. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(25);

    private static final int SMALL_CAPACITY = 100;

    private static final Duration POLL = Duration.ofMillis(5);

    private final List<Target> targets;
    private final ProviderStub primary;
    private final ProviderStub backup;
    private final Scale scale;
    private final int capacity;
    private final Consumer<Sample> samples;
    private final Map<String, Integer> held = new HashMap<>();
    private final Map<String, Long> warmUps = new HashMap<>();
    private int lost;

    /**
     * A bench.
     *
     * @param capacity the streams that the server is said to hold, for the overload; 0 for those it was seen to hold
     */
    public Bench(
            List<Target> targets,
            ProviderStub primary,
            ProviderStub backup,
            Scale scale,
            int capacity,
            Consumer<Sample> samples) {
        this.targets = new ArrayList<>(targets);
        this.primary = primary;
        this.backup = backup;
        this.scale = scale;
        this.capacity = capacity;
        this.samples = samples;
    }

    /** In an order that changes from round to round, so that none always follows the same neighbour. */
    List<Target> targets() {
        return List.copyOf(targets);
    }

    /** All but the stub itself. */
    List<Target> servers() {
        return targets.stream()
                .filter(target -> !target.name().equals(TargetName.DIRECT.key()))
                .toList();
    }

    Optional<AssistantServer> assistant() {
        return targets.stream()
                .filter(AssistantServer.class::isInstance)
                .map(AssistantServer.class::cast)
                .findFirst();
    }

    void warmedUp(Target target, long answers) {
        warmUps.put(target.name(), answers);
    }

    /** How many questions the target had answered before anything was measured; 0 if it was not warmed up. */
    long warmUp(Target target) {
        return warmUps.getOrDefault(target.name(), 0L);
    }

    public void nextRound() {
        Collections.rotate(targets, 1);
    }

    ProviderStub primary() {
        return primary;
    }

    ProviderStub backup() {
        return backup;
    }

    Scale scale() {
        return scale;
    }

    /** Notes how many streams at seed pace the target has held. */
    void held(Target target, int streams) {
        held.put(target.name(), streams);
    }

    /** How many streams to overload the target with: as told, or those it has held, or so few that any server holds them. */
    int capacity(Target target) {
        if (capacity > 0) {
            return scale.count(capacity);
        }
        int seen = held.getOrDefault(target.name(), 0);
        return seen > 0 ? seen : scale.count(SMALL_CAPACITY);
    }

    /** Sets the pace of both providers, without faults. */
    void pace(String settings) {
        primary.configure(PLAIN + settings);
        backup.configure(PLAIN + settings);
    }

    void record(Sample sample) {
        samples.accept(sample);
    }

    /**
     * Waits until no provider's stream is open, so that what one target did not notice does not burden the next. What is open
     * longer than an answer lasts stays so: a server that never gives up a silent provider.
     */
    void settle() {
        if (!await(LONGEST_ANSWER, () -> primary.stats().active() <= lost)) {
            lost = primary.stats().active();
        }
    }

    /** Whether the condition came to hold within the patience. */
    static boolean await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
