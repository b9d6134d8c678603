package erp.assistant.benchmark.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All samples, looked at by part, target, variant and figure. */
public final class Results {

    private final List<Sample> samples;

    public Results(Collection<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /** The figure over all rounds. */
    public Spread spread(String part, String target, String variant, String figure) {
        return Spread.of(samples.stream()
                .filter(sample -> sample.part().equals(part))
                .filter(sample -> sample.target().equals(target))
                .filter(sample -> sample.variant().equals(variant))
                .filter(sample -> sample.values().containsKey(figure))
                .map(sample -> sample.values().getOrDefault(figure, Double.NaN))
                .toList());
    }

    Set<String> variants(String part) {
        return samples.stream()
                .filter(sample -> sample.part().equals(part))
                .map(Sample::variant)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> targets(String part, String variant) {
        return samples.stream()
                .filter(sample -> sample.part().equals(part))
                .filter(sample -> sample.variant().equals(variant))
                .map(Sample::target)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The remarks of all rounds and how often each was made. */
    String notes(String part, String target, String variant) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        samples.stream()
                .filter(sample -> sample.part().equals(part))
                .filter(sample -> sample.target().equals(target))
                .filter(sample -> sample.variant().equals(variant))
                .filter(sample -> !sample.note().isEmpty())
                .forEach(sample -> counts.merge(sample.note(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(note -> note.getValue() == 1 ? note.getKey() : note.getKey() + " (" + note.getValue() + " rounds)")
                .collect(Collectors.joining("; "));
    }
}
