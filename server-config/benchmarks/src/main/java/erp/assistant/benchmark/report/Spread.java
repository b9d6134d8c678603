package erp.assistant.benchmark.report;

import java.util.Collection;
import java.util.Locale;

/**
 * One figure over several rounds.
 *
 * @param median NaN if it was never measured; of an even number of rounds the mean of the middle two
 */
public record Spread(double median, double least, double most, int rounds) {

    static final Spread NONE = new Spread(Double.NaN, Double.NaN, Double.NaN, 0);

    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    public boolean measured() {
        return rounds > 0;
    }

    /** This figure as a multiple of another; NaN if one of them was not measured. */
    public double times(Spread other) {
        return median / other.median;
    }

    /** {@code 0.23} of one round, {@code 0.23 (0.21..0.30)} of several, a dash of none. */
    public String text() {
        if (!measured()) {
            return "-";
        }
        return rounds == 1 || least == most
                ? plain(median)
                : plain(median) + " (" + plain(least) + ".." + plain(most) + ")";
    }

    /** Three significant digits, and all digits of a larger whole number. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "-";
        }
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
