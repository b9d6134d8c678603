package erp.assistant.impl.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many tokens a model really counts for one that is estimated, as its provider has reported. Safe for use by many threads.
 *
 * <p>The estimate is meant for every vocabulary and so is too high for each. After enough reports the highest of the latest ratios is taken,
 * with two per cent more: a prompt may be denser than all before it.
 */
final class TokenCalibration {

    static final int ENOUGH = 20;
    private static final int LATEST = 200;
    private static final double SPARE = 1.02;

    private final Map<String, Deque<Double>> ratios = new HashMap<>();

    /** Takes the input tokens that a provider reported for a prompt. */
    synchronized void learn(String model, int estimated, long reported) {
        if (estimated <= 0 || reported <= 0) {
            return;
        }
        Deque<Double> latest = ratios.computeIfAbsent(model, added -> new ArrayDeque<>());
        latest.addLast((double) reported / estimated);
        if (latest.size() > LATEST) {
            latest.removeFirst();
        }
    }

    /** By what an estimate is to be multiplied for a model; 1 as long as too little is known about it. */
    synchronized double factor(String model) {
        Deque<Double> latest = ratios.get(model);
        if (latest == null || latest.size() < ENOUGH) {
            return 1;
        }
        double highest = 0;
        for (double ratio : latest) {
            highest = Math.max(highest, ratio);
        }
        return highest * SPARE;
    }
}
