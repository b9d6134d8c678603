package erp.assistant.benchmark.load;

import java.util.Map;
import java.util.TreeMap;

/** What the clients saw during one stage. Times run from the moment a question was due, not from when it was sent. */
public final class Tally {

    public final Histogram firstToken = new Histogram();
    public final Histogram whole = new Histogram();
    public final Histogram gap = new Histogram();
    /** From the stub's sending of a token to its arrival here. */
    public final Histogram relay = new Histogram();
    /** From the question to the head of a 503 that says when to come again. */
    public final Histogram refusal = new Histogram();

    private final Map<String, Integer> failures = new TreeMap<>();
    private long started;
    private long answered;
    private long left;
    private long tokens;
    private long outOfOrder;
    private long starved;
    private long nanos;

    void started(int change) {
        started += change;
    }

    void answered(long micros) {
        answered++;
        whole.add(micros);
    }

    void left() {
        left++;
    }

    void starved(long micros) {
        starved++;
        firstToken.add(micros);
    }

    void failed(String kind) {
        failures.merge(kind, 1, Integer::sum);
    }

    void token(boolean inOrder) {
        tokens++;
        outOfOrder += inOrder ? 0 : 1;
    }

    void took(long stageNanos) {
        nanos = stageNanos;
    }

    public long started() {
        return started;
    }

    /** Answers that came whole. */
    public long answered() {
        return answered;
    }

    /** Answers that the client left, as it was told to. */
    public long leftByClient() {
        return left;
    }

    public long tokens() {
        return tokens;
    }

    /** Answers without a first token at the stage's end although it was overdue. */
    public long starved() {
        return starved;
    }

    public double seconds() {
        return nanos / 1e9;
    }

    /** Failures by kind: {@code http_500}, {@code short}, {@code cut}, {@code timeout} ...; out of order counts as one. */
    public Map<String, Integer> failures() {
        Map<String, Integer> all = new TreeMap<>(failures);
        if (outOfOrder > 0) {
            all.put("out_of_order", (int) outOfOrder);
        }
        return all;
    }

    public int failed() {
        return failures().values().stream().mapToInt(Integer::intValue).sum();
    }
}
