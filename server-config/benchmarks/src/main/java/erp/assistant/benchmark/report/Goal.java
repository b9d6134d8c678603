package erp.assistant.benchmark.report;

import java.util.function.Function;

/**
 * A figure that was promised.
 *
 * @param figure what is measured, in words
 * @param atMost whether the limit is the most (else the least) that is good
 * @param measured reads it from the results; NaN if it was not measured
 */
record Goal(String figure, boolean atMost, double limit, String unit, Function<Results, Double> measured) {

    static Goal atMost(double limit, String unit, String figure, Function<Results, Double> measured) {
        return new Goal(figure, true, limit, unit, measured);
    }

    static Goal atLeast(double limit, String unit, String figure, Function<Results, Double> measured) {
        return new Goal(figure, false, limit, unit, measured);
    }

    String wanted() {
        return (atMost ? "at most " : "at least ") + Spread.plain(limit) + unit;
    }

    /** One line of the report's table of goals. */
    String line(Results results) {
        double value = measured.apply(results);
        String reached = Double.isNaN(value) ? "not measured" : reached(value) ? "yes" : "**no**";
        return "| " + figure + " | " + wanted() + " | " + (Double.isNaN(value) ? "-" : Spread.plain(value) + unit)
                + " | " + reached + " |";
    }

    boolean reached(double value) {
        return atMost ? value <= limit : value >= limit;
    }
}
